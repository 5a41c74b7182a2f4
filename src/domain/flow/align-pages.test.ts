import { expect, test } from 'vitest'
import { aFlow, aPage } from '#testing/a-flow.ts'
import { type Alignment, alignPages } from './align-pages.ts'
import { applyOperation } from './apply-operation.ts'
import { toFlowState } from './flow-state.ts'

const flow = toFlowState(
  aFlow(
    [],
    aPage('a', [], { position: { x: 10, y: 300 } }),
    aPage('b', [], { position: { x: 100, y: 0 } }),
    aPage('c', [], { position: { x: 1010, y: 1000 } }),
  ),
)

const arranged = (alignment: Alignment) => {
  const operation = alignPages(flow, ['a', 'b', 'c'], alignment)
  const applied = operation && applyOperation(flow, operation)
  if (!applied?.ok) throw new Error('not arranged')
  return ['a', 'b', 'c'].map((id) => Object.values(applied.value.pagesById[id]?.position ?? {}))
}

test('pages are aligned with the leftmost and with the topmost', () => {
  expect(arranged('left').map(([x]) => x)).toEqual([10, 10, 10])
  expect(arranged('top').map(([, y]) => y)).toEqual([0, 0, 0])
})

test('pages are distributed between the outermost, which stay', () => {
  expect(arranged('distribute-across').map(([x]) => x)).toEqual([10, 510, 1010])
  expect(arranged('distribute-down').map(([, y]) => y)).toEqual([500, 0, 1000])
})

test('pages that stand so already are left alone', () => {
  expect(alignPages(flow, ['a'], 'left')).toBeUndefined()
})
