import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { RateHistory, RateImportReport, RateList } from '#contract/rate-contract.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { listRatesAcrossOrgs } from './rate-repo.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp()
  const otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
  const task = await otp.createTask({ phone: '+628123456789' })
  await otp.sendAndRead(task.id, '+628123456789')
})
afterAll(() => app.close())

const list = async (query: string) =>
  (await app.as('billing').get<RateList>(`/billing/rates?${query}`)).body

const january = '2027-01-01T00:00:00.000Z'

/** Sends a CSV file as the demo's owner, who is its platform operator. */
const importCsv = async <Body = RateImportReport & ProblemDetails>(
  content: BodyInit,
  query: Record<string, string> = {},
) => {
  const search = new URLSearchParams({ effectiveFrom: january, ...query })
  const response = await app.as('owner').request(`/billing/rates?${search}`, {
    method: 'PUT',
    headers: { 'content-type': 'text/csv' },
    body: content,
  })
  return { status: response.status, body: (await response.json()) as Body }
}

const heading = 'channel,country,credits'

describe('the rates', () => {
  it.each([
    ['search=%2B62%20812%203456%20789', ['ID']],
    // Three countries share +7 or +1 with others; a whole number is in one.
    ['search=%2B77012345678', ['KZ']],
    ['search=%2B625', ['ID']],
    ['search=%2B12423595555', ['BS']],
    ['used=true', ['ID']],
    ['used=true&channel=sms', []],
    ['allowed=true&region=Asia', ['ID', 'MY', 'SG']],
  ])('are filtered by %s', async (query, countries) => {
    expect((await list(query)).items.map(({ country }) => country)).toEqual(countries)
  })

  it('say what the organisation sent in 30 days, and in which currency it pays', async () => {
    const { items, currency } = await list('search=ID')
    expect(items[0]?.traffic).toEqual({ whatsapp: 1, sms: 0 })
    expect(currency).toBe('IDR')
  })

  it('come as CSV, as they are filtered', async () => {
    const response = await app.as('billing').request('/billing/rates.csv?search=Indonesia')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    // `text()` takes the byte order mark away.
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [, row, ...rest] = new TextDecoder().decode(bytes).split('\r\n')
    expect(row).toBe('ID,Indonesia,62,Asia,2.000000,11.968000,IDR 400,"IDR 2,393.60",yes,1,0,,,,')
    expect(rest).toEqual([''])
  })

  it('have a history, newest first', async () => {
    const { body } = await app.as('billing').get<RateHistory>('/billing/rates/history?country=ID')
    expect(body.countryName).toBe('Indonesia')
    expect(body.items.map(({ channel }) => channel).toSorted()).toEqual(['sms', 'whatsapp'])
    expect((await app.as('billing').get('/billing/rates/history?country=id')).status).toBe(400)
    expect((await app.as('planner').get('/billing/rates/history?country=ID')).status).toBe(403)
  })
})

describe('changing rates', () => {
  it('is for platform operators alone', async () => {
    for (const role of ['admin', 'billing', 'planner'] as const) {
      const sent = await app.as(role).send('PUT', '/billing/rates', { rates: [] })
      expect([role, sent.status]).toEqual([role, sent.status === 400 ? 400 : 403])
      const rates = [{ channel: 'sms', country: 'ID', credits: '1' }]
      expect((await app.as(role).send('PUT', '/billing/rates', { rates })).status).toBe(403)
    }
    expect((await list('search=ID')).mayChange).toBe(false)
    const own = await app.as('owner').get<RateList>('/billing/rates?search=ID')
    expect(own.body.mayChange).toBe(true)
  })

  it('first shows what changes and for whom, and changes nothing', async () => {
    const before = await listRatesAcrossOrgs(app.db)
    const file = `${heading}\nwhatsapp,ID,2.5\nwhatsapp,SG,0.1\nsms,TK,3\nsms,ID,11.968`
    const { body } = await importCsv(file, { dryRun: 'true' })
    expect(body).toMatchObject({
      isDryRun: true,
      counts: { raised: 1, lowered: 1, new: 1, same: 1, suspicious: 1 },
      organisations: [
        { name: 'Demo Logistics', sends: 1, countries: ['ID'], difference: '0.500000' },
      ],
    })
    expect(
      body.changes.map(({ country, kind, before, after }) => [country, kind, before, after]),
    ).toEqual([
      ['ID', 'raised', '2.000000', '2.500000'],
      ['SG', 'lowered', expect.any(String), '0.100000'],
      ['TK', 'new', null, '3.000000'],
    ])
    expect(body.missing.length).toBeGreaterThan(400)
    expect(await listRatesAcrossOrgs(app.db)).toEqual(before)
  })

  it('refuses what may be a slip until it is allowed', async () => {
    const file = `${heading}\nsms,SG,1000`
    expect(await importCsv(file)).toMatchObject({
      status: 422,
      body: { code: 'invalid-rates', errors: [{ path: 'line 2', code: 'suspicious' }] },
    })
    expect((await importCsv(file, { allowSuspicious: 'true' })).status).toBe(200)
  })

  it('appends what differs, once, and leaves today and the past as they were', async () => {
    const today = (await list('search=ID')).items[0]
    const count = (await listRatesAcrossOrgs(app.db)).length
    const file = `${heading}\nwhatsapp,ID,2.5\nsms,ID,11.968`
    expect((await importCsv(file, { source: 'Card of 2027' })).status).toBe(200)
    expect(await listRatesAcrossOrgs(app.db)).toHaveLength(count + 1)
    expect((await list('search=ID')).items[0]).toEqual({
      ...today,
      announced: { whatsapp: { credits: '2.500000', effectiveFrom: january }, sms: null },
    })
    const [then] = (await list(`search=ID&at=${january}`)).items
    expect(then).toMatchObject({
      whatsapp: '2.500000',
      changes: { whatsapp: { credits: '2.000000', effectiveFrom: january } },
    })
    // Again: nothing differs. Another price from the same time: what is announced is not rewritten.
    expect((await importCsv(file)).body.counts).toMatchObject({ raised: 0, same: 2 })
    expect(await importCsv(`${heading}\nwhatsapp,ID,2.6`)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'line 2', code: 'already-there' }] },
    })
  })

  it('takes JSON too, and names the place of what is wrong', async () => {
    const rates = [
      { channel: 'sms', country: 'MY', priceUsd: '0.09', effectiveFrom: january },
      { channel: 'sms', country: 'XX', credits: '1', effectiveFrom: january },
    ]
    const wrong = await app.as('owner').send('PUT', '/billing/rates', { rates })
    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.rates.1', code: 'unknown-country' }] },
    })
    const right = await app.as('owner').send('PUT', '/billing/rates', { rates: rates.slice(0, 1) })
    expect(right).toMatchObject({ status: 200, body: { changes: [{ after: '7.200000' }] } })
  })

  it('leaves a trail of who imported what from where; a dry run leaves none', async () => {
    const trail = () =>
      queryRows<{ subject: string }>(
        app.db,
        sql`
          select subject, actor_name as actor, detail from audit_entries
          where action = 'rates.imported'`,
      )
    const before = (await trail()).length
    const file = `${heading}\nsms,FJ,77`
    const query = { source: 'Card of Fiji', allowSuspicious: 'true' }
    await importCsv(file, { ...query, dryRun: 'true' })
    const { body } = await importCsv(file, query)
    const entries = await trail()
    expect(entries).toHaveLength(before + 1)
    expect(entries).toContainEqual({
      ...{ subject: 'Card of Fiji', actor: app.as('owner').actor.userName },
      detail: body.counts,
    })
  })

  it('refuses another kind of file with the line, and changes nothing', async () => {
    const before = await listRatesAcrossOrgs(app.db)
    const bytes = new TextEncoder().encode(`${heading}\nsms,ID,3\nsms,SG,3`)
    // Latin-1.
    bytes[bytes.length - 1] = 0xe9
    expect(await importCsv(bytes)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'line 3', code: 'not-utf-8' }] },
    })
    expect(
      await importCsv(`${heading}\nsms,ID,3`, { effectiveFrom: '2026-01-01T00:00:00Z' }),
    ).toMatchObject({ body: { errors: [{ path: 'line 2', code: 'in-the-past' }] } })
    expect((await importCsv('x'.repeat(4 * 2 ** 20))).status).toBe(413)
    const text = await app.as('owner').request('/billing/rates', { method: 'PUT', body: 'x' })
    expect(text.status).toBe(400)
    const nothing = await app.as('owner').request('/billing/rates', { method: 'PUT' })
    expect(nothing.status).toBe(415)
    expect(await listRatesAcrossOrgs(app.db)).toEqual(before)
  })
})
