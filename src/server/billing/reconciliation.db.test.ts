import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import type { Reconciliation } from '#contract/reconciliation-contract.ts'
import type { Usage } from '#contract/usage-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { day } from '#domain/shared/clock.ts'
import { fetchPricesAcrossOrgs } from '#server/otp/message-price-service.ts'
import type { MessagePrice, OtpSender } from '#server/otp/senders/otp-sender.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { silentLogger } from '#server/platform/logger.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { reconcileNight, runReconciliationAcrossOrgs } from './run-reconciliation-service.ts'

const clock = createFakeClock()
let number = 7_000
let prices: MessagePrice[] = []
const askedDays: string[] = []

const accept = async () => {
  number += 1
  return { outcome: 'accepted' as const, providerMessageId: `message-${number}` }
}
const sender: OtpSender = {
  send: accept,
  lookUp: async () => ({ outcome: 'unknown' }),
  reportsWithin: 60 * 60_000,
}
const sms: OtpSender = {
  ...sender,
  listPrices: async (date) => {
    askedDays.push(date)
    return prices
  },
}

let app: Awaited<ReturnType<typeof createTestApp>>
let flows: Record<'sms' | 'whatsapp', string>
beforeAll(async () => {
  const webhookSecrets = { whatsapp: { appSecret: 'secret', verifyToken: 'word' } }
  app = await createTestApp({ clock, webhookSecrets, senders: { whatsapp: sender, sms } })
  flows = {
    sms: await publishDocument(app, anOtpDocument({ channel: 'sms' })),
    whatsapp: await publishDocument(app, anOtpDocument({ channel: 'whatsapp' })),
  }
})
afterAll(() => app.close())
beforeEach(() => {
  clock.advance(2 * day)
  prices = []
})

const run = async (night: string | null = null) => {
  const sources = {
    logger: silentLogger,
    fetchPrices: () => fetchPricesAcrossOrgs(app.context, { smsSender: sms, logger: silentLogger }),
    refreshTopUps: async () => null,
  }
  const report = await runReconciliationAcrossOrgs(app.context, sources, night)
  if (report === undefined) throw new Error('not run')
  expect(report.isRight).toBe(true)
  return report.prices
}

const send = async (channel: 'sms' | 'whatsapp') => {
  const otp = anOtpWorker(app, flows[channel])
  const task = await otp.createTask({ phone: `+62812${number}0000` })
  await otp.send(task.id)
  await app.otp.worker.drain()
  const { challengeId } = await otp.newest(task.id)
  return { otp, task, challengeId, messageId: `message-${number}` }
}

type Sent = Awaited<ReturnType<typeof send>>

const report = async ({ challengeId, messageId }: Sent, status: string, pricing?: object) => {
  const statuses = [
    {
      ...{ id: messageId, status, biz_opaque_callback_data: challengeId },
      ...(status === 'failed' && { errors: [{ code: 131026 }] }),
      ...(pricing && { pricing }),
    },
  ]
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value: { statuses } }] }],
  })
  const signature = createHmac('sha256', 'secret').update(body).digest('hex')
  const headers = { 'x-hub-signature-256': `sha256=${signature}` }
  await app.request('/webhooks/whatsapp', { method: 'POST', body, headers })
  await app.processWebhooks()
}

const kept = (challengeId: string) =>
  queryRows(
    app.db,
    sql`
      select is_billed as "isBilled", category, price, currency from message_prices
      where challenge_id = ${challengeId}`,
  )

const available = async () =>
  parseCredits((await app.as('billing').get<Balance>('/billing/balance')).body.available)

const regular = {
  pricing_model: 'PMP',
  type: 'regular',
  category: 'authentication',
  billable: true,
}
const free = { pricing_model: 'PMP', type: 'free_customer_service', category: 'utility' }

describe('what WhatsApp says of a price', () => {
  it('is kept with the challenge; a report without it changes nothing of it', async () => {
    const sent = await send('whatsapp')
    await report(sent, 'sent')
    expect(await kept(sent.challengeId)).toEqual([])
    await report(sent, 'delivered', regular)
    await report(sent, 'read')
    const price = { isBilled: true, category: 'authentication', price: null, currency: null }
    expect(await kept(sent.challengeId)).toEqual([price])
  })

  it('once billed stays billed, whatever comes after or before', async () => {
    const sent = await send('whatsapp')
    await report(sent, 'read', regular)
    await report(sent, 'delivered', free)
    expect(await kept(sent.challengeId)).toMatchObject([{ isBilled: true }])
  })

  it('goes by `billable` only where there is no type, and nonsense hides no report', async () => {
    const sent = await send('whatsapp')
    await report(sent, 'sent', { billable: false })
    expect(await kept(sent.challengeId)).toMatchObject([{ isBilled: false, category: null }])
    const other = await send('whatsapp')
    await report(other, 'delivered', { type: 7 })
    expect(await kept(other.challengeId)).toEqual([])
    expect((await other.otp.newest(other.task.id)).status).toBe('delivered')
  })
})

describe('a reconciliation', () => {
  it('gives back what the provider did not bill, once, after a day; the usage says so, too', async () => {
    await run()
    const before = await available()
    const sent = await send('whatsapp')
    await report(sent, 'delivered', free)
    expect(await run()).toMatchObject({ refunded: 0 })
    clock.advance(day)
    expect(await run()).toMatchObject({ refunded: 1, refundedCredits: '2.000000' })
    expect(await available()).toBe(before)
    expect(await run()).toMatchObject({ refunded: 0, refundedCredits: '0.000000' })
    expect(await available()).toBe(before)
    const { body } = await app
      .as('billing')
      .get<Usage>(
        `/billing/usage?from=${new Date(clock.now() - 1.5 * day).toISOString()}&to=${new Date(clock.now()).toISOString()}`,
      )
    expect(body.total).toMatchObject({ sends: 1, credits: '0.000000' })
  })

  it('names what is billed although nothing was charged, and charges nothing', async () => {
    const sent = await send('whatsapp')
    const before = await available()
    await report(sent, 'delivered', regular)
    // Given back by hand.
    await app.db.execute(sql`
      with given as (
        insert into ledger_entries
        select id || '-back', organization_id, 'refund', 'revenue', 'available', amount_micro,
          challenge_id, 'refund:' || challenge_id, description, created_at
        from ledger_entries where kind = 'capture' and challenge_id = ${sent.challengeId}
        returning amount_micro)
      update ledger_balances set balance_micro = balance_micro + amount_micro from given
      where account = 'available'`)
    clock.advance(day)
    const found = await run()
    expect(found.notCharged).toContainEqual({
      organizationId: 'demo-logistics',
      challengeId: sent.challengeId,
    })
    expect(found.notChargedCount).toBe(1)
    expect(await available()).toBe(before + 2_000_000n)
    await app.db.execute(sql`delete from message_prices where challenge_id = ${sent.challengeId}`)
  })

  it('agrees where neither billed nor charged: what failed was refunded already', async () => {
    const { agreeing } = await run()
    const sent = await send('whatsapp')
    await report(sent, 'failed', { ...free, billable: false })
    clock.advance(day)
    expect(await run()).toMatchObject({ agreeing: agreeing + 1, refunded: 0, notChargedCount: 0 })
  })

  it('asks for the prices of SMS by the day, until they are known', async () => {
    const billed = await send('sms')
    const unbilled = await send('sms')
    const sentOn = new Date(clock.now()).toISOString().slice(0, 10)
    clock.advance(2 * 60 * 60_000)
    askedDays.length = 0
    expect(await run()).toMatchObject({ fetched: 0 })
    expect(askedDays).toContain(sentOn)
    const price = { category: null, currency: 'USD' }
    prices = [
      { messageId: billed.messageId, isBilled: true, price: '0.0420', ...price },
      { messageId: unbilled.messageId, isBilled: false, price: '0.0000', ...price },
      { messageId: 'somebody-else', isBilled: true, price: '1', ...price },
    ]
    expect(await run()).toMatchObject({ fetched: 2 })
    expect(await kept(billed.challengeId)).toMatchObject([{ price: '0.0420', currency: 'USD' }])
    askedDays.length = 0
    expect(await run()).toMatchObject({ fetched: 0 })
    expect(askedDays).not.toContain(sentOn)
    clock.advance(day)
    expect(await run()).toMatchObject({ refunded: 1, refundedCredits: '11.968000' })
  })

  it('does without a provider that does not answer', async () => {
    await send('sms')
    clock.advance(day)
    const failing: OtpSender = {
      ...sms,
      listPrices: async () => {
        throw new Error('down')
      },
    }
    const found = await fetchPricesAcrossOrgs(app.context, {
      smsSender: failing,
      logger: silentLogger,
    })
    expect(found).toBe(0)
  })
})

describe('the nightly reconciliation', () => {
  const sources = {
    logger: silentLogger,
    fetchPrices: async () => 0,
    refreshTopUps: async () => null,
  }
  const list = async () =>
    (await app.as('owner').get<{ items: Reconciliation[] }>('/billing/reconciliations')).body.items

  it('is done once a night, however many processes look, and its report is kept', async () => {
    await Promise.all([1, 2, 3].map(() => reconcileNight(app.context, sources)))
    await reconcileNight(app.context, sources)
    const [latest] = await list()
    const nights = (await list()).map(({ night }) => night).filter((night) => night !== null)
    expect(nights).toEqual([latest?.night])
    expect(latest?.report).toMatchObject({ isRight: true, sum: '0.000000', discrepancies: [] })
    expect(latest?.finishedAt).not.toBeNull()
    clock.advance(day)
    await reconcileNight(app.context, sources)
    expect((await list()).filter(({ night }) => night !== null)).toHaveLength(2)
  })

  it('says what is not right', async () => {
    const change = (by: number) =>
      app.db.execute(
        sql`update ledger_balances set balance_micro = balance_micro + ${by} where account = 'available'`,
      )
    await change(5)
    await runReconciliationAcrossOrgs(app.context, sources, null)
    await change(-5)
    const [latest] = await list()
    expect(latest?.report).toMatchObject({
      ...{ isRight: false, sum: '0.000005' },
      discrepancies: [{ organizationId: 'demo-logistics', account: 'available' }],
    })
  })

  it('is for platform operators only', async () => {
    expect((await app.as('admin').get('/billing/reconciliations')).status).toBe(403)
    expect((await app.request('/billing/reconciliations')).status).toBe(401)
  })
})
