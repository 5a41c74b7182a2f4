import { describe, expect, it } from 'vitest'
import { createRateFilter, type RateFilter } from './rate-filter.ts'

const nothing: RateFilter = {
  search: '',
  country: null,
  region: null,
  channel: null,
  allowed: false,
  used: false,
  changed: false,
  withoutRate: false,
}

const aRate = (changes: object = {}) => ({
  country: 'CI',
  countryName: 'Côte d’Ivoire',
  callingCode: '+225',
  region: 'Africa',
  allowed: false,
  whatsapp: '1.000000' as string | null,
  sms: '2.000000' as string | null,
  changes: { whatsapp: null as unknown, sms: null as unknown },
  announced: { whatsapp: null as unknown, sms: null as unknown },
  traffic: { whatsapp: 0, sms: 0 },
  ...changes,
})

const isFound = (filter: Partial<RateFilter>, rate = aRate()) =>
  createRateFilter({ ...nothing, ...filter })(rate)

describe('a country is found', () => {
  it.each(['', 'cote', 'CI', 'ci', '225', '+22', ' ivoire ', '+225 07 12 34', '00225071234'])(
    'by "%s"',
    (search) => expect(isFound({ search })).toBe(true),
  )

  it.each(['25', 'ivory', 'XX', '+62 812 3456', '+'])('not by "%s"', (search) => {
    expect(isFound({ search })).toBe(false)
  })

  it('as the one of a number, where that is known', () => {
    expect(isFound({ search: '+1 242 359 5555', country: 'CI' })).toBe(true)
    expect(isFound({ search: 'cote', country: 'ID' })).toBe(false)
  })

  it('by its region, and as one that is allowed', () => {
    expect(isFound({ region: 'Africa' })).toBe(true)
    expect(isFound({ region: 'Asia' })).toBe(false)
    expect(isFound({ allowed: true })).toBe(false)
    expect(isFound({ allowed: true }, aRate({ allowed: true }))).toBe(true)
  })

  it('as used, changed or without a rate by the channel that is looked at', () => {
    const used = aRate({ traffic: { whatsapp: 3, sms: 0 } })
    expect(isFound({ used: true }, used)).toBe(true)
    expect(isFound({ used: true, channel: 'sms' }, used)).toBe(false)
    const raised = aRate({ announced: { whatsapp: null, sms: {} } })
    expect(isFound({ changed: true }, raised)).toBe(true)
    expect(isFound({ changed: true, channel: 'whatsapp' }, raised)).toBe(false)
    const unpriced = aRate({ sms: null })
    expect(isFound({ withoutRate: true }, unpriced)).toBe(true)
    expect(isFound({ withoutRate: true, channel: 'whatsapp' }, unpriced)).toBe(false)
    expect(isFound({ channel: 'sms' }, unpriced)).toBe(false)
  })
})
