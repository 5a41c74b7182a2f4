import { describe, expect, it } from 'vitest'
import { resolvePolicy } from './otp-policy.ts'

describe('the OTP policy', () => {
  it('allows the home country and every channel unless the organisation says otherwise', () => {
    expect(resolvePolicy({}, 'ID')).toEqual({
      allowedCountries: ['ID'],
      allowedChannels: ['email', 'sms', 'whatsapp'],
      validityMinutes: 5,
      maximumAttempts: 5,
      sendsPerRecipientAndTask: 5,
      sendsPerHour: { organisation: 2_000, worker: 120, prefix: 30, recipient: 10 },
    })
    const chosen = { allowedCountries: ['ID', 'SG'], sendsPerHour: { worker: 9 } }
    expect(resolvePolicy(chosen, 'ID')).toMatchObject({
      allowedCountries: ['ID', 'SG'],
      sendsPerHour: { worker: 9, recipient: 10 },
    })
  })

  it.each([
    { validityMinutes: 11 },
    { validityMinutes: 0 },
    { maximumAttempts: 11 },
    { maximumAttempts: 2 },
    { sendsPerRecipientAndTask: 6 },
    { sendsPerHour: { recipient: 31 } },
  ])('can not leave its bounds: %o', (settings) => {
    expect(() => resolvePolicy(settings, 'ID')).toThrow()
  })
})
