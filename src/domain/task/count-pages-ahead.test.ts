import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { countPagesAhead } from './count-pages-ahead.ts'

const inputs = (id: string) => [aComponent('input', { id: `in${id}` })]
const whenSkipped = {
  match: 'all' as const,
  comparisons: [{ field: 'ina', operator: 'is' as const, value: 'skip' }],
}
const toFlow = (...afterB: { id: string; to: string; when: null }[]) =>
  aFlow(
    [],
    aPage('a', inputs('a'), {
      next: [
        { id: 't1', to: 'c', when: whenSkipped },
        { id: 't2', to: 'b', when: null },
      ],
    }),
    aPage('b', inputs('b'), { next: afterB }),
    aPage('c', inputs('c')),
  )

test('the pages ahead are counted along the way of the answers, a loop once', () => {
  expect(countPagesAhead(toFlow(), ['a'], { ina: 'x' })).toBe(2)
  expect(countPagesAhead(toFlow(), ['a'], { ina: 'skip' })).toBe(1)
  const looped = toFlow({ id: 't', to: 'a', when: null })
  expect(countPagesAhead(looped, ['a'], { ina: 'x' })).toBe(1)
})
