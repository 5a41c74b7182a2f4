import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { RateList } from '#contract/rate-contract.ts'
import { createTestApp } from '#testing/test-app.ts'
import { listRatesAcrossOrgs } from './rate-repo.ts'
import { seedRates } from './rate-service.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const listRates = async (query = '') =>
  (await app.as('billing').get<RateList>(`/billing/rates${query}`)).body

describe('the rates', () => {
  it('are 487 by country and one flat one, however often they are seeded', async () => {
    await seedRates(app.db)
    const rates = await listRatesAcrossOrgs(app.db)
    const count = (channel: string) => rates.filter((rate) => rate.channel === channel).length
    expect([count('email'), count('sms'), count('whatsapp')]).toEqual([1, 242, 245])
  })

  it('stand side by side, with Email above', async () => {
    const { email, items, effectiveFrom } = await listRates()
    expect(email).toBe('1.000000')
    expect(effectiveFrom).toBe('2026-10-01T00:00:00.000Z')
    expect(items.length).toBeGreaterThan(240)
    expect(items.find(({ country }) => country === 'ID')).toEqual({
      country: 'ID',
      countryName: 'Indonesia',
      callingCode: '+62',
      region: 'Asia',
      whatsapp: '2.000000',
      sms: '11.968000',
      allowed: true,
      isHome: true,
      changes: { whatsapp: null, sms: null },
      announced: { whatsapp: null, sms: null },
      traffic: { whatsapp: 0, sms: 0 },
    })
    // No price, no rate: never free.
    expect(items.find(({ country }) => country === 'TK')?.sms).toBeNull()
    const names = items.map(({ countryName }) => countryName)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
  })

  it.each([
    ['indo', ['ID']],
    ['id', ['ID']],
    ['+62', ['ID']],
    ['62', ['ID']],
    ['no such place', []],
  ])('are found by "%s"', async (search, countries) => {
    const { items } = await listRates(`?search=${encodeURIComponent(search)}`)
    const found = items.map(({ country }) => country)
    if (countries.length === 0) expect(found).toEqual([])
    else expect(found).toEqual(expect.arrayContaining(countries))
  })

  it('are those of the time that is asked for', async () => {
    const { items } = await listRates('?at=2023-01-01T00:00:00Z&search=Indonesia')
    expect(items[0]).toMatchObject({ whatsapp: null, sms: '11.968000' })
  })

  it('are not for planners and field workers', async () => {
    for (const role of ['planner', 'field_user'] as const) {
      expect((await app.as(role).get('/billing/rates')).status).toBe(403)
      expect((await app.as(role).get('/billing/balance')).status).toBe(403)
    }
  })
})

describe('a quote', () => {
  const quote = <Body = ProblemDetails>(body: object) =>
    app.as('planner').post<Body>('/billing/quote', body)

  it.each([
    [
      { channel: 'whatsapp', recipient: '0812 3456 7890', defaultCountry: 'ID' },
      { e164: '+6281234567890', country: 'ID', credits: '2.000000', allowed: true },
    ],
    [
      { channel: 'sms', recipient: '+4915123456789' },
      { e164: '+4915123456789', country: 'DE', credits: '6.856800', allowed: false },
    ],
    [
      { channel: 'email', recipient: 'ayu@Example.com' },
      { email: 'ayu@example.com', credits: '1.000000', allowed: true },
    ],
  ])('for %o is %o', async (asked, expected) => {
    expect(await quote(asked)).toMatchObject({ status: 200, body: expected })
  })

  it.each([
    [{ channel: 'sms', recipient: 'abc' }, 422, 'otp-invalid-recipient'],
    [{ channel: 'email', recipient: '+6281234567890' }, 422, 'otp-invalid-recipient'],
    [{ channel: 'sms', recipient: '+6907290' }, 422, 'otp-no-rate'],
    [{ channel: 'whatsapp', recipient: '+881612345678' }, 422, 'otp-no-rate'],
    [{ channel: 'fax', recipient: '1' }, 400, 'bad-request'],
  ])('for %o is refused with %i %s', async (asked, status, code) => {
    expect(await quote(asked)).toMatchObject({ status, body: { code } })
  })

  const cases = readFileSync(new URL('../../domain/otp/phone-cases.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

  it('reads every number of phone-cases.csv, or refuses it, as a send would', async () => {
    for (const [id, recipient, defaultCountry, isValid, e164, country] of cases) {
      const asked = { channel: 'whatsapp', recipient, ...(defaultCountry && { defaultCountry }) }
      const { status, body } = await quote<{ e164?: string; country?: string; code?: string }>(
        asked,
      )
      if (isValid !== 'true')
        expect([id, status, body.code]).toEqual([id, 422, 'otp-invalid-recipient'])
      else if (country === '') expect([id, status, body.code]).toEqual([id, 422, 'otp-no-rate'])
      else if (status === 200) expect([id, body.e164, body.country]).toEqual([id, e164, country])
      else expect([id, body.code]).toEqual([id, 'otp-no-rate'])
    }
  })
})

it('the costs of a channel span the allowed countries', async () => {
  const { body } = await app.as('admin').get<{ items: unknown[] }>('/billing/channel-costs')
  expect(body).toMatchObject({
    available: '1000.000000',
    items: [
      { channel: 'email', minimum: '1.000000', maximum: '1.000000', home: '1.000000' },
      { channel: 'sms', home: '11.968000', homeCountry: 'ID', withoutRate: [] },
      { channel: 'whatsapp', home: '2.000000', withoutRate: [] },
    ],
  })
})
