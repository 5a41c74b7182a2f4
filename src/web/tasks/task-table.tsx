import type { TaskSummary } from '#contract/task-contract.ts'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import { Link } from '#web/shared/link.tsx'
import { TaskStatusBadge } from '#web/shared/task-status-badge.tsx'
import { useNow } from '#web/shared/use-now.ts'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'

/** Tasks in a table; a row leads to the task. */
export const TaskTable = ({ tasks }: { tasks: readonly TaskSummary[] }) => {
  const now = useNow(30_000)
  return (
    <Table>
      <TableHead className="max-sm:sr-only">
        <tr>
          <TableHeader className="pl-4">Task</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader className="max-md:hidden">Assignee</TableHeader>
          <TableHeader className="max-md:hidden">Made</TableHeader>
          <TableHeader className="max-lg:hidden">Done</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {tasks.map((task) => (
          <TableRow key={task.id} className="relative">
            <TableCell className="max-w-0 py-2 pl-4">
              <Link
                href={`/tasks/${task.id}`}
                className="block truncate font-medium text-ink after:absolute after:inset-0"
              >
                {task.summary || task.flowName}
              </Link>
              <span className="block truncate text-muted text-xs">
                {task.flowName}
                <span className="md:hidden"> · {task.assignee?.name ?? 'nobody'}</span>
              </span>
            </TableCell>
            <TableCell className="w-32 max-sm:w-px">
              <TaskStatusBadge status={task.status} />
            </TableCell>
            <TableCell className="w-44 truncate text-muted max-md:hidden">
              {task.assignee?.name ?? '–'}
            </TableCell>
            <Time iso={task.createdAt} now={now} className="w-40 max-md:hidden" />
            <Time iso={task.doneAt} now={now} className="w-40 max-lg:hidden" />
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

const Time = ({ iso, now, className }: { iso: string | null; now: number; className: string }) => (
  <TableCell className={`whitespace-nowrap text-muted ${className}`}>
    {iso === null ? (
      '–'
    ) : (
      <time dateTime={iso} title={formatDateTime(iso)}>
        {formatAgo(iso, now)}
      </time>
    )}
  </TableCell>
)
