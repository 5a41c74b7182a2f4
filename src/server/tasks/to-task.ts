import type { Task, TaskSummary } from '#contract/task-contract.ts'
import { type Answers, isBlank } from '#domain/components/answer.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { TaskRow } from './task-repo.ts'

/** How many answers a task is recognised by. */
const summaryLength = 3

/** The first answers of the Initial Page in one line, to recognise a task by. */
export const summarise = (document: FlowDocument, answers: Answers): string =>
  (document.pages[0]?.components ?? [])
    .map(({ id }) => answers[id])
    .filter((value) => !isBlank(value) && typeof value !== 'object')
    .slice(0, summaryLength)
    .join(' · ')
    .slice(0, 200)

export const toTaskSummary = ({ task, flowName, assigneeName }: TaskRow): TaskSummary => ({
  id: task.id,
  flowId: task.flowId,
  flowName,
  flowVersion: task.flowVersion,
  status: task.status,
  assignee: task.assigneeId === null ? null : { id: task.assigneeId, name: assigneeName ?? '' },
  summary: task.summary,
  startTime: task.startTime?.toISOString() ?? null,
  endTime: task.endTime?.toISOString() ?? null,
  createdAt: task.createdAt.toISOString(),
  doneAt: task.doneAt?.toISOString() ?? null,
})

export const toTask = (row: TaskRow, document: FlowDocument, answers: Answers): Task => ({
  ...toTaskSummary(row),
  document,
  answers: answers as Task['answers'],
  currentPageId: row.task.currentPageId,
  trail: row.task.trail,
})
