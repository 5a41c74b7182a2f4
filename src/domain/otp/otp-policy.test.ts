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
      smsAutofillDomain: '',
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

describe('the domain for autofill', () => {
  it.each(['', 'example.com', 'app.sandi.example'])('may be "%s"', (smsAutofillDomain) => {
    expect(resolvePolicy({ smsAutofillDomain }, 'ID').smsAutofillDomain).toBe(smsAutofillDomain)
  })

  it.each(['example', 'https://example.com', 'Example.com', 'a b.com', 'x.com #1'])(
    'may not be "%s"',
    (smsAutofillDomain) => expect(() => resolvePolicy({ smsAutofillDomain }, 'ID')).toThrow(),
  )
})
