import { describe, expect, it } from 'vitest'
import { chargeKey, effectOnAvailable, movements } from './ledger.ts'

describe('the ledger', () => {
  it('takes from one account what it gives to another', () => {
    for (const { from, to } of Object.values(movements)) expect(from).not.toBe(to)
  })

  it('captures or releases a hold, never both: they share a key', () => {
    expect(chargeKey('capture', 'c1')).toBe(chargeKey('release', 'c1'))
    expect(chargeKey('hold', 'c1')).not.toBe(chargeKey('capture', 'c1'))
    expect(chargeKey('refund', 'c1')).not.toBe(chargeKey('capture', 'c1'))
  })

  it.each([
    ['hold', -5n],
    ['capture', 0n],
    ['release', 5n],
    ['refund', 5n],
    ['top-up', 5n],
  ] as const)('%s of 5 changes Available Credits by %s', (kind, effect) => {
    expect(effectOnAvailable(movements[kind], 5n)).toBe(effect)
  })
})
