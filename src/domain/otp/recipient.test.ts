import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findPolicyObjection, parsePhoneNumber, parseRecipient } from './recipient.ts'

const [, ...cases] = readFileSync(new URL('phone-cases.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [id, input, defaultCountry, isValid, e164, country, type, group] = line.split(',')
    return { id, input: input ?? '', defaultCountry, isValid, e164, country, type, group }
  })

describe('phone-cases.csv', () => {
  it('has all its rows', () => expect(cases).toHaveLength(131))

  it.each(cases)('$id $group "$input"', ({ input, defaultCountry, isValid, ...expected }) => {
    const number = parsePhoneNumber(input, defaultCountry || null)
    expect(number !== undefined).toBe(isValid === 'true')
    expect([number?.e164 ?? '', number?.country ?? '', number?.type ?? '']).toEqual([
      expected.e164,
      expected.country,
      expected.type,
    ])
  })
})

describe('a recipient', () => {
  it.each([
    ['a premium number', '+19002345678'],
    ['a toll-free number', '+448001234567'],
    ['a pager', '+447640123456'],
    ['a fixed line', '+4930123456'],
  ])('by SMS is not %s, which WhatsApp may reach', (_kind, text) => {
    expect(parseRecipient('sms', text, null)).toEqual({ ok: false, error: 'refused-number-type' })
    expect(parseRecipient('whatsapp', text, null).ok).toBe(true)
  })

  it('is of no kind that the policy refuses, by the channel for which it does', () => {
    const refused = { sms: [], whatsapp: ['VOIP'] } as const
    expect(parseRecipient('whatsapp', '+445612345678', null, refused).ok).toBe(false)
    expect(parseRecipient('sms', '+445612345678', null, refused).ok).toBe(true)
  })

  it('in North America may be a fixed line or a mobile, as nobody can tell', () => {
    expect(parsePhoneNumber('+12015550123', null)?.type).toBe('FIXED_LINE_OR_MOBILE')
    expect(parseRecipient('sms', '+12015550123', null).ok).toBe(true)
  })

  it.each([
    ['+628123456789', 'ID', undefined],
    ['+6591234567', 'SG', 'country'],
    ['+881631234567', null, 'country'],
    ['+628100006789', 'ID', 'prefix'],
    ['ayu@example.com', null, undefined],
  ])('%s meets the objection of the policy that it should', (address, country, objection) => {
    const policy = { allowedCountries: ['ID'], blockedPrefixes: ['+62810000'] }
    expect(findPolicyObjection({ address, country }, policy)).toBe(objection)
  })

  it('by phone is masked but for three digits at both ends', () => {
    expect(parseRecipient('sms', '0812 3456 789', 'ID')).toEqual({
      ok: true,
      value: { address: '+628123456789', country: 'ID', masked: '+62 812-•••-•789' },
    })
  })

  it.each([
    ['a@example.com', 'a@example.com', 'a•••@example.com'],
    [' Ayu.P@Example.COM ', 'Ayu.P@example.com', 'A•••@example.com'],
  ])('by email "%s" is %s, masked %s', (text, address, masked) => {
    const value = { address, country: null, masked }
    expect(parseRecipient('email', text, null)).toEqual({ ok: true, value })
  })

  it.each(['', 'ayu', 'ayu@', 'ayu@example', '+628123456789', 'a b@example.com'])(
    'by email is not "%s"',
    (text) => expect(parseRecipient('email', text, null).ok).toBe(false),
  )
})
