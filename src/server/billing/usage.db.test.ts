import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Balance, LedgerEntry, LedgerStory, UsageNames } from '#contract/billing-contract.ts'
import type { Estimate, Usage } from '#contract/usage-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { failDelivered } from '#server/otp/delivery-repo.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

const clock = createFakeClock()
const recipients = ['+628123456789', '+6591234567', '+60123456789', '+628129876543', '+12025550123']

let app: Awaited<ReturnType<typeof createTestApp>>
let flowId: string
beforeAll(async () => {
  app = await createTestApp({ clock })
  flowId = await publishDocument(app, anOtpDocument({ channel: 'sms' }))
  const otp = anOtpWorker(app, flowId)
  for (const [index, phone] of recipients.entries()) {
    const task = await otp.createTask({ phone })
    const code = await otp.sendAndRead(task.id, phone)
    if (index < 2) await otp.verify(task.id, code)
  }
  // The last one was taken, but never arrived.
  const [last] = await queryRows<{ id: string }>(
    app.db,
    sql`select id from otp_challenges where recipient = ${recipients.at(-1)}`,
  )
  const refund = { challengeId: last?.id ?? '', entryId: app.context.newId(), now: clock.now() }
  await failDelivered(app.db, {
    ...refund,
    ...{ failure: 'undeliverable', providerCode: null, isBilled: false },
  })
})
afterAll(() => app.close())

const get = async <Body>(path: string) => (await app.as('billing').get<Body>(path)).body

const november = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z'
const usage = (more: string) => get<Usage>(`/billing/usage?${november}&${more}`)
const ledger = async (query: string) =>
  (await get<{ items: LedgerEntry[] }>(`/billing/ledger?${query}`)).items

const sumCharged = async (): Promise<bigint> => {
  const rows = await queryRows<{ micro: string }>(
    app.db,
    sql`select coalesce(sum(case kind when 'capture' then amount_micro else -amount_micro end), 0)::text
      as micro from ledger_entries where kind in ('capture', 'refund')`,
  )
  return BigInt(rows[0]?.micro ?? 0)
}

describe('usage', () => {
  it('counts what was sent, arrived and was entered; its credits are the ledger’s', async () => {
    const { total } = await usage('groupBy=month')
    expect(total).toMatchObject({ sends: 5, verified: 2 })
    expect(parseCredits(total.credits)).toBe(await sumCharged())
  })

  it.each([
    ['day', ['2026-11-22']],
    ['month', ['2026-11']],
    ['channel', ['sms']],
    ['country', ['ID', 'MY', 'SG', 'US']],
    ['worker', ['demo-worker']],
  ])('is told apart by %s', async (groupBy, keys) => {
    const { items, total } = await usage(`groupBy=${groupBy}`)
    expect(items.map(({ key }) => key)).toEqual(keys)
    expect(items.reduce((sum, { sends }) => sum + sends, 0)).toBe(total.sends)
  })

  it('goes by the days of who looks', async () => {
    // 08:00 in UTC is still the day before in Honolulu.
    const { items } = await usage('groupBy=day&timeZone=Pacific/Honolulu')
    expect(items.map(({ key }) => key)).toEqual(['2026-11-21'])
    expect((await app.as('billing').get(`/billing/usage?${november}&timeZone=Mars/X`)).status).toBe(
      400,
    )
  })

  it('is filtered, and names flows and workers', async () => {
    expect((await usage('country=SG')).total.sends).toBe(1)
    expect((await usage('channel=email')).total.sends).toBe(0)
    const byFlow = await usage(`groupBy=flow&flowId=${flowId}`)
    expect(byFlow.items).toMatchObject([
      { key: flowId, name: `Verified delivery ${flowId}`, sends: 5 },
    ])
    expect(await get<UsageNames>('/billing/usage/names')).toMatchObject({
      workers: [{ id: 'demo-worker', name: 'Budi Santoso' }],
      countries: ['ID', 'MY', 'SG', 'US'],
    })
    const empty = await app
      .as('billing')
      .get('/billing/usage?from=2026-11-02T00:00:00Z&to=2026-11-02T00:00:00Z')
    expect(empty.status).toBe(400)
  })

  it('comes as CSV, and is not for planners', async () => {
    const text = await get<string>(`/billing/usage.csv?${november}&groupBy=channel`)
    expect(text).toMatch(/sms,SMS,5,\d,2,/)
    for (const path of [
      `usage?${november}`,
      `usage.csv?${november}`,
      'ledger.csv',
      'usage/names',
    ]) {
      expect((await app.as('planner').get(`/billing/${path}`)).status, path).toBe(403)
    }
  })
})

describe('the ledger', () => {
  it.each([
    ['kind=capture', 5],
    ['kind=refund', 1],
    ['channel=sms&kind=hold', 5],
    ['channel=whatsapp', 0],
    ['country=SG', 2],
    ['workerId=demo-worker&kind=refund', 1],
    ['from=2026-11-23T00:00:00Z', 0],
    ['to=2026-11-23T00:00:00Z&kind=top-up', 1],
  ])('filtered by %s has %d entries', async (query, count) => {
    expect(await ledger(query)).toHaveLength(count)
  })

  it('is filtered by flow and task', async () => {
    expect(await ledger(`flowId=${flowId}&kind=hold`)).toHaveLength(5)
    expect(await ledger('flowId=nothing')).toHaveLength(0)
    const [entry] = await ledger('country=SG')
    expect(await ledger(`taskId=${entry?.taskId}`)).toHaveLength(2)
  })

  it('tells the story of an entry, with no code and no full recipient', async () => {
    const [entry] = await ledger('kind=refund')
    const story = await get<LedgerStory>(`/billing/ledger/${entry?.id}`)
    expect(story.postings.map(({ kind }) => kind)).toEqual(['hold', 'capture', 'refund'])
    expect(story.challenge).toMatchObject({
      status: 'failed',
      failureCode: 'undeliverable',
      worker: 'Budi Santoso',
      flowName: `Verified delivery ${flowId}`,
      providerMessageId: expect.any(String),
    })
    expect(story.rate?.credits).toBe(story.postings[0]?.credits)
    expect(JSON.stringify(story)).not.toContain('2025550123')
  })

  it('keeps the entries of other organisations to itself', async () => {
    const [entry] = await ledger('kind=refund')
    const stranger = app.as({ ...app.as('billing').actor, organizationId: 'another' })
    expect((await stranger.get(`/billing/ledger/${entry?.id}`)).status).toBe(404)
  })

  it('comes whole as CSV', async () => {
    const text = await get<string>('/billing/ledger.csv')
    const rows = await queryRows<{ total: number }>(
      app.db,
      sql`select count(*)::int as total from ledger_entries`,
    )
    expect(text.trimEnd().split('\r\n')).toHaveLength((rows[0]?.total ?? 0) + 1)
  })
})

describe('the balance', () => {
  it('says what was spent this month and how long the rest lasts', async () => {
    const balance = await get<Balance>('/billing/balance')
    expect(parseCredits(balance.spentThisMonth)).toBe(await sumCharged())
    const left = (parseCredits(balance.available) * 30n) / (await sumCharged())
    expect(balance).toMatchObject({
      daysLeft: Number(left),
      level: 'enough',
      lowBalance: '100.000000',
    })
  })

  it('is low below the threshold, which reviewers set', async () => {
    const path = '/billing/balance/settings'
    const set = await app.as('billing').send<Balance>('PUT', path, { lowBalance: 5_000 })
    expect(set.body).toMatchObject({ level: 'low', lowBalance: '5000.000000' })
    expect((await app.as('billing').send('PUT', path, { lowBalance: -1 })).status).toBe(400)
    expect((await app.as('planner').send('PUT', path, { lowBalance: 1 })).status).toBe(403)
  })
})

describe('an estimate', () => {
  const estimate = async (asked: object) =>
    (await app.as('billing').post<Estimate>('/billing/estimate', asked)).body

  it('of the same recipients is what the ledger charged, to the last millionth', async () => {
    const { channels } = await estimate({ recipients })
    const holds = await queryRows<{ micro: string }>(
      app.db,
      sql`select sum(amount_micro)::text as micro from ledger_entries where kind = 'hold'`,
    )
    const sms = channels.find(({ channel }) => channel === 'sms')
    expect(parseCredits(sms?.credits ?? '0')).toBe(BigInt(holds[0]?.micro ?? 0))
  })

  it('spreads runs as the organisation’s codes went, or as it is told', async () => {
    const own = await estimate({ flowId, volume: 100 })
    expect(own).toMatchObject({ mixSource: 'traffic', volume: 100, stepsPerRun: 1 })
    // One of five was refunded, but was sent all the same.
    expect(own.countries.find(({ country }) => country === 'ID')?.runs).toBe(40)
    expect(own.asBuilt?.credits).toBe(
      own.channels.find(({ channel }) => channel === 'sms')?.credits,
    )
    const chosen = await estimate({ flowId, volume: 10, mix: [{ country: 'ID', weight: 1 }] })
    expect(chosen).toMatchObject({
      mixSource: 'chosen',
      cheapest: 'whatsapp',
      asBuilt: { credits: '119.680000', announced: null },
      countries: [{ country: 'ID', runs: 10, cheapest: 'whatsapp' }],
    })
  })

  it('says either a volume or recipients, and a flow that there is', async () => {
    for (const asked of [{}, { volume: 1, recipients: ['+1'] }, { volume: 0 }]) {
      expect((await app.as('billing').post('/billing/estimate', asked)).status).toBe(400)
    }
    const unknown = await app.as('billing').post('/billing/estimate', { flowId: 'x', volume: 1 })
    expect(unknown.status).toBe(404)
  })
})
