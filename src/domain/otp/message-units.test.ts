import { describe, expect, it } from 'vitest'
import { countUnits, countUsualUnits } from './message-units.ts'
import { resolvePolicy } from './otp-policy.ts'

const plan = {
  digits: 6,
  organisationName: 'Demo Logistics',
  validityMinutes: 5,
  language: 'en',
  autofillDomain: '',
} as const

describe('a message costs its rate', () => {
  it.each(['email', 'whatsapp'] as const)('once by %s, whatever it says', (channel) => {
    expect(countUnits(channel, { ...plan, organisationName: 'Ж'.repeat(100) })).toBe(1)
  })

  it.each([
    [{}, 1],
    [{ organisationName: 'Логистика' }, 2],
    [{ organisationName: 'A'.repeat(40), autofillDomain: 'a-rather-long-name.example.com' }, 2],
  ])('by SMS as often as it has segments: %j is %d', (more, units) => {
    expect(countUnits('sms', { ...plan, ...more })).toBe(units)
  })

  it('the same without a flow, for a usual code', () => {
    expect(countUsualUnits('sms', 'Логистика', resolvePolicy({}, 'ID'))).toBe(2)
  })
})
