import type { TaskSummary } from '#contract/task-contract.ts'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'

const statuses: Record<TaskSummary['status'], { label: string; tone: BadgeTone }> = {
  unassigned: { label: 'Unassigned', tone: 'neutral' },
  ongoing: { label: 'Ongoing', tone: 'accent' },
  done: { label: 'Done', tone: 'success' },
}

/** Where a task stands. */
export const TaskStatusBadge = ({ status }: { status: TaskSummary['status'] }) => (
  <Badge tone={statuses[status].tone}>{statuses[status].label}</Badge>
)
