import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRuns } from './compare-runs.ts'

describe('what a run costs, compared with the version before', () => {
  it.each([
    [11_968_000n, 2_000_000n, { kind: 'cheaper', percent: 83 }],
    [2_000_000n, 3_000_000n, { kind: 'dearer', percent: 50 }],
    [1_000n, 620n, { kind: 'cheaper', percent: 38 }],
    [2_000n, 2_000n, { kind: 'same' }],
    [null, 2_000n, { kind: 'new' }],
    [0n, 2_000n, { kind: 'new' }],
    [2_000n, 0n, { kind: 'free-now' }],
    [0n, 0n, { kind: 'free' }],
    [null, 0n, { kind: 'free' }],
  ] as const)('from %s to %s is %o', (before, after, change) => {
    expect(compareRuns(before, after)).toEqual(change)
  })

  it('is never 0 % where it differs, and never 100 % cheaper where it costs something', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 15n })
    fc.assert(
      fc.property(amount, amount, (before, after) => {
        const change = compareRuns(before, after)
        if (before === after) {
          expect(change).toEqual({ kind: 'same' })
          return
        }
        const percent = 'percent' in change ? change.percent : 0
        expect(percent).toBeGreaterThanOrEqual(1)
        expect(change.kind).toBe(after < before ? 'cheaper' : 'dearer')
        if (after < before) expect(percent).toBeLessThan(100)
      }),
    )
  })
})
