import { describe, expect, it } from 'vitest'
import { resolvePolicy } from './otp-policy.ts'

describe('the OTP policy', () => {
  it('allows the home country and every channel unless the organisation says otherwise', () => {
    expect(resolvePolicy({}, 'ID')).toEqual({
      allowedCountries: ['ID'],
      blockedPrefixes: [],
      allowedChannels: ['email', 'sms', 'whatsapp'],
      refusedNumberTypes: {
        sms: [
          ...['PREMIUM_RATE', 'SHARED_COST', 'TOLL_FREE', 'PAGER', 'UAN', 'VOICEMAIL'],
          'FIXED_LINE',
        ],
        whatsapp: [],
      },
      validityMinutes: 5,
      maximumAttempts: 5,
      resendWaits: { first: 30, second: 60, later: 120 },
      sendsPerRecipientAndTask: 5,
      dailySpendCap: null,
      conversionAlert: { minimumPercent: 30, minimumSends: 50, windowHours: 24 },
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
    { resendWaits: { first: 29, second: 60, later: 120 } },
    { resendWaits: { first: 90, second: 60, later: 120 } },
    { dailySpendCap: 0 },
    { dailySpendCap: 1.5 },
    { allowedChannels: [] },
    { allowedCountries: ['ID', 'ID'] },
    { allowedCountries: ['Indonesia'] },
    { blockedPrefixes: ['+62'] },
    { blockedPrefixes: ['62812345'] },
    { refusedNumberTypes: { sms: ['FIXED_LINE'], whatsapp: [] } },
    { refusedNumberTypes: { sms: ['PREMIUM_RATE', 'SHARED_COST', 'MOBILE'], whatsapp: [] } },
    { conversionAlert: { minimumPercent: 0, minimumSends: 50, windowHours: 24 } },
    { somethingElse: 1 },
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
