import type { Failure } from '#contract/failure.ts'
import type { Flow, FlowSummary } from '#contract/flow-contract.ts'
import { err } from '#domain/shared/result.ts'
import type { FlowRow } from './flow-repo.ts'

type SummaryRow = Omit<FlowRow, 'document'>

const stateOf = ({ publishedRevision, revision }: SummaryRow) => {
  if (publishedRevision === null) return 'draft'
  return publishedRevision === revision ? 'published' : 'changed'
}

/** A flow as lists answer it. */
export const toFlowSummary = (row: SummaryRow): FlowSummary => {
  const { publishedRevision: _left, ...rest } = row
  return { ...rest, state: stateOf(row), updatedAt: row.updatedAt.toISOString() }
}

/** A flow with its document. */
export const toFlow = ({ document, ...row }: FlowRow): Flow => ({
  ...toFlowSummary(row),
  document,
})

/** The answer for a flow that is not there, in the trash, or another organisation's. */
export const flowNotFound = () =>
  err<Failure>({ code: 'not-found', detail: 'There is no such flow.' })
