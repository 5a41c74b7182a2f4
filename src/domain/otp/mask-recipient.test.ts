import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskEmailAddress, maskPhoneNumber } from './mask-recipient.ts'

const digits = fc.stringMatching(/^\d{4,14}$/)

describe('a masked recipient', () => {
  it('hides at least half of a short number and three digits or more of every other', () => {
    fc.assert(
      fc.property(digits, (number) => {
        const shown = maskPhoneNumber('62', number).slice(3).replaceAll(/\D/g, '').length
        expect(number.length - shown).toBeGreaterThanOrEqual(number.length === 4 ? 2 : 3)
      }),
    )
  })

  it('does not tell how long a number is', () => {
    expect(maskPhoneNumber('62', '8123456789')).toHaveLength(
      maskPhoneNumber('62', '81234567890').length,
    )
  })

  it('shows the domain of an address and one letter', () => {
    expect(maskEmailAddress('ayu@example.com')).toBe('a•••@example.com')
  })
})
