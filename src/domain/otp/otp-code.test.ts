import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateCode, OtpCode } from './otp-code.ts'

const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => {
  crypto.getRandomValues(bytes)
}

/** Hands out 32-bit numbers one after the other. */
const sequence =
  (...numbers: number[]) =>
  (bytes: Uint8Array<ArrayBuffer>) =>
    new DataView(bytes.buffer).setUint32(0, numbers.shift() ?? 0)

describe('a code', () => {
  it('has as many digits as asked for, leading zeros kept', () => {
    expect(generateCode(6, sequence(42)).reveal()).toBe('000042')
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 8 }), (digits) => {
        expect(generateCode(digits, fillRandom).reveal()).toMatch(new RegExp(`^\\d{${digits}}$`))
      }),
    )
  })

  it('is drawn again where the remainder would favour low numbers (attack 9)', () => {
    const limit = 4_294_000_000
    expect(generateCode(6, sequence(limit, 2 ** 32 - 1, 7)).reveal()).toBe('000007')
    expect(generateCode(6, sequence(limit - 1)).reveal()).toBe('999999')
  })

  it('is uniform over 100,000 draws, by chi-square, at every place (attack 9)', () => {
    const counts = Array.from({ length: 6 }, () => Array<number>(10).fill(0))
    const draws = 100_000
    for (let draw = 0; draw < draws; draw += 1) {
      for (const [place, digit] of [...generateCode(6, fillRandom).reveal()].entries()) {
        const atPlace = counts[place] ?? []
        atPlace[Number(digit)] = (atPlace[Number(digit)] ?? 0) + 1
      }
    }
    const expected = draws / 10
    for (const atPlace of counts) {
      const chiSquare = atPlace.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      // Nine degrees of freedom: exceeded by chance once in ten million.
      expect(chiSquare).toBeLessThan(50)
    }
  })

  it('prints as [otp] however it is printed (attack 8)', () => {
    const code = new OtpCode('493817')
    const printed = [
      String(code),
      `${code}`,
      JSON.stringify({ code }),
      inspect(code),
      inspect({ deep: [code] }, { showHidden: true }),
      JSON.stringify(Object.entries(code)),
      JSON.stringify({ ...code }),
    ]
    for (const text of printed) expect(text).not.toContain('493817')
    expect(inspect(code)).toBe('[otp]')
    expect(code.reveal()).toBe('493817')
  })
})
