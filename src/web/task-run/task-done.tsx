import { CircleCheckBig } from 'lucide-react'
import type { Task } from '#contract/task-contract.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Link } from '#web/shared/link.tsx'
import { TaskFrame } from '#web/shared/task-frame.tsx'
import { buttonClass } from '#web/ui/button.tsx'

/** A task that is finished and can no longer change. */
export const TaskDone = ({ task }: { task: Pick<Task, 'flowName' | 'summary' | 'doneAt'> }) => (
  <TaskFrame title={task.flowName}>
    <div role="status" className="flex animate-rise flex-col items-center gap-1 py-16 text-center">
      <span className="mb-3 grid size-16 place-items-center rounded-full bg-success-soft text-success-ink">
        <CircleCheckBig aria-hidden="true" className="size-8" />
      </span>
      <h2 className="font-semibold text-2xl text-ink">Task done</h2>
      <p className="max-w-full break-words text-base text-muted">{task.summary}</p>
      {task.doneAt !== null && (
        <p className="text-base text-muted">{formatDateTime(task.doneAt)}</p>
      )}
      <Link href="/work" className={`mt-6 ${buttonClass('primary', 'large')}`}>
        Back to my tasks
      </Link>
    </div>
  </TaskFrame>
)
