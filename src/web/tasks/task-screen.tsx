import { useQuery } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import type { Task } from '#contract/task-contract.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Link } from '#web/shared/link.tsx'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { TaskStatusBadge } from '#web/shared/task-status-badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { AssignField } from './assign-field.tsx'
import { OtpTrail } from './otp-trail.tsx'
import { TaskAnswers } from './task-answers.tsx'
import { taskQuery } from './task-queries.ts'

const back = (
  <Link
    href="/tasks"
    className="mb-1 -ml-1 inline-flex items-center gap-0.5 rounded-sm text-muted text-sm hover:text-ink"
  >
    <ChevronLeft aria-hidden="true" className="size-4" />
    Tasks
  </Link>
)

/** One task: who does it, what was answered, and the trail of its codes. */
export const TaskScreen = ({ taskId }: { taskId: string }) => {
  const task = useQuery(taskQuery(taskId))
  const title = task.data === undefined ? 'Task' : task.data.summary || task.data.flowName
  return (
    <Screen title={title} back={back}>
      <QueryView
        query={task}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(data) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="order-last flex min-w-0 flex-col gap-5 lg:order-first">
              <TaskAnswers task={data} />
              <OtpTrail task={data} />
            </div>
            <Facts task={data} />
          </div>
        )}
      </QueryView>
    </Screen>
  )
}

const Facts = ({ task }: { task: Task }) => (
  <Card className="p-4">
    <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 gap-y-2.5 [&_dd]:break-words [&_dt]:text-muted">
      <dt>Status</dt>
      <dd>
        <TaskStatusBadge status={task.status} />
      </dd>
      <dt>Flow</dt>
      <dd>
        {task.flowName} <span className="text-muted">version {task.flowVersion}</span>
      </dd>
      <dt>Made</dt>
      <dd>{formatDateTime(task.createdAt)}</dd>
      {task.startTime !== null && (
        <>
          <dt>Start</dt>
          <dd>{formatDateTime(task.startTime)}</dd>
        </>
      )}
      {task.endTime !== null && (
        <>
          <dt>End</dt>
          <dd>{formatDateTime(task.endTime)}</dd>
        </>
      )}
      {task.doneAt !== null && (
        <>
          <dt>Done</dt>
          <dd>{formatDateTime(task.doneAt)}</dd>
        </>
      )}
    </dl>
    <AssignField task={task} />
  </Card>
)
