import { isSameJson } from '#domain/shared/is-same-json.ts'
import type { TransitionDifference } from './compare-flows.ts'
import { describeCondition } from './describe-condition.ts'
import { describeOperation } from './describe-operation.ts'
import { finishTarget } from './finish-target.ts'
import type { Transition } from './flow-schema.ts'
import type { FlowState } from './flow-state.ts'

const whenOf = ({ when }: Transition, state: FlowState) =>
  when === null ? 'always' : `when ${describeCondition(when, state)}`

const targetOf = ({ to }: Transition, state: FlowState) =>
  to === finishTarget ? 'Finish Task' : (state.pagesById[to]?.title ?? to)

/**
 * What is different about a way on from a page, in words. `state` holds all that either side names,
 * and its pages have the ways that they had before.
 */
export const describeTransitionDifference = (
  state: FlowState,
  pageId: string,
  { before, after, isMoved }: TransitionDifference,
): { kind: 'added' | 'removed' | 'moved' | 'changed'; text: string }[] => {
  if (before === null) {
    if (after === null) return []
    const operation = { type: 'transition.add' as const, pageId, transition: after, index: 0 }
    const { text } = describeOperation(state, operation)
    return [{ kind: 'added', text: after.when === null ? text : `${text} ${whenOf(after, state)}` }]
  }
  if (after === null) {
    const operation = { type: 'transition.remove' as const, pageId, transitionId: before.id }
    return [{ kind: 'removed', text: describeOperation(state, operation).text }]
  }
  const update = { type: 'transition.update' as const, pageId, transition: after }
  const lines: ReturnType<typeof describeTransitionDifference> = []
  if (before.to !== after.to) {
    lines.push({ kind: 'changed', text: describeOperation(state, update).text })
  }
  if (!isSameJson(before.when, after.when)) {
    const text = `Way to ${targetOf(after, state)}: ${whenOf(before, state)} → ${whenOf(after, state)}`
    lines.push({ kind: 'changed', text })
  }
  if (isMoved) lines.push({ kind: 'moved', text: 'Order of the ways on changed' })
  return lines
}
