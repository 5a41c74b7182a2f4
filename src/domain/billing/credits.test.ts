import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCredits, parseCredits } from './credits.ts'

describe('an amount of credit', () => {
  it.each([
    [2_000_000n, '2.000000'],
    [1n, '0.000001'],
    [0n, '0.000000'],
    [-2_500_000n, '-2.500000'],
    [-1n, '-0.000001'],
  ])('%s millionths is written %s', (micro, text) => expect(formatCredits(micro)).toBe(text))

  it('is the same after being written and read', () => {
    fc.assert(
      fc.property(fc.bigInt(), (micro) => {
        expect(parseCredits(formatCredits(micro))).toBe(micro)
      }),
    )
  })

  it.each(['', '1.0000001', '1e3', '.5', '1,5', ' 1', '--1'])('is not "%s"', (text) => {
    expect(() => parseCredits(text)).toThrow('is not an amount')
  })
})
