import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import { createProblemFinder } from '#domain/flow/find-problems.ts'
import { type FlowState, toFlowState } from '#domain/flow/flow-state.ts'
import { createLargeDocument } from './large-flow.ts'
import { median } from './statistics.ts'

const repetitions = 15

const organisation: OrganisationContext = {
  readyChannels: ['email', 'sms', 'whatsapp'],
  allowedChannels: ['email', 'sms', 'whatsapp'],
  componentLimit: null,
}

const retitled = (flow: FlowState, title: string): FlowState => {
  const operation = {
    type: 'component.update' as const,
    componentId: 'page1Name',
    changes: { title },
  }
  const applied = applyOperation(flow, operation)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value
}

const time = (act: () => unknown): number => {
  const before = performance.now()
  act()
  return performance.now() - before
}

/** Ms to find the problems of a large flow, by somebody who has never seen it and after one edit. */
export const measureProblems = (pageCount: number): { full: number; afterEdit: number } => {
  const flow = toFlowState(createLargeDocument(pageCount))
  const runs = Array.from({ length: repetitions }, (_, index) => {
    const findProblems = createProblemFinder(organisation)
    const full = time(() => findProblems(flow))
    const edited = retitled(flow, `Edited ${index}`)
    return { full, afterEdit: time(() => findProblems(edited)) }
  })
  return {
    full: median(runs.map(({ full }) => full)),
    afterEdit: median(runs.map(({ afterEdit }) => afterEdit)),
  }
}
