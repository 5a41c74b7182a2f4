import { useQuery } from '@tanstack/react-query'
import { ChevronRight, CircleCheckBig, Coffee } from 'lucide-react'
import type { TaskSummary } from '#contract/task-contract.ts'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import { Link } from '#web/shared/link.tsx'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { useNow } from '#web/shared/use-now.ts'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { myTasksQuery } from './work-queries.ts'

/** The field worker's tasks, for a thumb. */
export const WorkScreen = () => {
  const open = useQuery(myTasksQuery('ongoing', 100))
  const done = useQuery(myTasksQuery('done', 10))
  const now = useNow(30_000)
  return (
    <Screen title="My tasks" narrow>
      <QueryView
        query={open}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(tasks) =>
          tasks.length === 0 ? (
            <Card>
              <EmptyState icon={Coffee} title="Nothing to do">
                New tasks appear here by themselves.
              </EmptyState>
            </Card>
          ) : (
            <ul className="flex flex-col gap-3">
              {tasks.map((task) => (
                <OpenTask key={task.id} task={task} now={now} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {done.data !== undefined && done.data.length > 0 && (
        <section aria-labelledby="done-tasks">
          <h2 id="done-tasks" className="mb-2 font-semibold text-base text-ink">
            Done
          </h2>
          <Card>
            <ul className="divide-y divide-line">
              {done.data.map((task) => (
                <DoneTask key={task.id} task={task} now={now} />
              ))}
            </ul>
          </Card>
        </section>
      )}
    </Screen>
  )
}

interface TaskLineProps {
  task: TaskSummary
  now: number
}

const OpenTask = ({ task, now }: TaskLineProps) => (
  <li>
    <Link
      href={`/work/${task.id}`}
      className="flex min-h-18 items-center gap-3 rounded-xl border border-line bg-surface p-4 shadow-card transition-colors hover:border-control active:bg-subtle"
    >
      <span className="min-w-0 grow">
        <span className="block break-words font-semibold text-ink text-lg leading-6">
          {task.summary || task.flowName}
        </span>
        <span className="mt-0.5 block text-base text-muted">
          {task.flowName} ·{' '}
          {task.endTime === null
            ? formatAgo(task.createdAt, now)
            : `until ${formatDateTime(task.endTime)}`}
        </span>
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-faint" />
    </Link>
  </li>
)

const DoneTask = ({ task, now }: TaskLineProps) => (
  <li>
    <Link
      href={`/work/${task.id}`}
      className="flex min-h-13 items-center gap-3 px-4 py-2 hover:bg-subtle/60 focus-visible:-outline-offset-2"
    >
      <CircleCheckBig aria-hidden="true" className="size-4 shrink-0 text-success" />
      <span className="min-w-0 grow truncate text-base text-ink">
        {task.summary || task.flowName}
      </span>
      {task.doneAt !== null && (
        <time dateTime={task.doneAt} className="shrink-0 text-muted text-sm">
          {formatAgo(task.doneAt, now)}
        </time>
      )}
    </Link>
  </li>
)
