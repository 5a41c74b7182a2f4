import { applyOperation } from './apply-operation.ts'
import { type FlowState, getPage, listPages } from './flow-state.ts'
import type { Operation, SimpleOperation } from './operation-schema.ts'

/**
 * Moves components to one place, in the order in which they stand, as one step; nothing when they are
 * there already. The index is counted without them.
 */
export const moveComponents = (
  state: FlowState,
  componentIds: readonly string[],
  { pageId, index }: { pageId: string; index: number },
): Operation | undefined => {
  const moved = listPages(state)
    .flatMap(({ componentOrder }) => componentOrder)
    .filter((id) => componentIds.includes(id))
  const others = getPage(state, pageId).componentOrder.filter((id) => !moved.includes(id))
  let before = others[index - 1]
  let current = state
  const operations: SimpleOperation[] = []
  for (const componentId of moved) {
    const order = getPage(current, pageId).componentOrder
    const rest = order.filter((id) => id !== componentId)
    const place = before === undefined ? 0 : rest.indexOf(before) + 1
    before = componentId
    if (order.indexOf(componentId) === place) continue
    const operation = { type: 'component.move', componentId, pageId, index: place } as const
    const applied = applyOperation(current, operation)
    if (!applied.ok) return undefined
    current = applied.value
    operations.push(operation)
  }
  const [first, ...more] = operations
  if (first === undefined || more.length === 0) return first
  const label = `Moved ${moved.length} components to ${getPage(state, pageId).title}`
  return { type: 'batch', label, operations }
}
