import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import type { SenderOverview, SenderTest } from '#contract/sender-contract.ts'
import type { Session } from '#contract/session-contract.ts'
import type { OtpMessage, SendOutcome } from '#server/otp/senders/otp-sender.ts'
import { refused } from '#server/otp/senders/otp-sender.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { auditEntries } from '#server/platform/db/tables/audit-tables.ts'
import { senderSettings } from '#server/platform/db/tables/sender-tables.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

const clock = createFakeClock()
const phone = '+6281234567890'
const taken: OtpMessage[] = []
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let answer: () => SendOutcome

beforeAll(async () => {
  const sms = {
    send: async (message: OtpMessage) => {
      taken.push(message)
      return answer()
    },
    lookUp: async () => ({ outcome: 'unknown' as const }),
    reportsWithin: 0,
  }
  app = await createTestApp({ clock, senders: { sms } })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument({ channel: 'sms' })))
})
afterAll(() => app.close())

beforeEach(async () => {
  clock.advance(24 * 60 * 60_000)
  taken.length = 0
  answer = () => ({ outcome: 'accepted', providerMessageId: 'SM1' })
  await app.db.delete(senderSettings)
  await app.db.delete(auditEntries)
})

const admin = () => app.as('admin')
const overview = async () => (await admin().get<SenderOverview>('/settings/senders')).body
const routes = async () => (await overview()).channels.map(({ route }) => route)
const change = (sandbox: boolean | null, fallsBack = false) =>
  admin().send<SenderOverview>('PUT', '/settings/senders', { sandbox, fallsBack })
const session = async () => (await admin().get<Session>('/session')).body
const test = (input: object, headers = {}) =>
  admin().send<SenderTest & { code?: string }>('POST', '/settings/senders/tests', input, headers)
const available = async () =>
  Number((await app.as('billing').get<Balance>('/billing/balance')).body.available)
const actions = async () =>
  (await app.db.select().from(auditEntries)).map(({ action, subject, detail }) => ({
    ...{ action, subject, detail },
  }))

describe('which way codes leave', () => {
  it('is the sandbox inbox where there is no sender, until somebody has chosen', async () => {
    expect(await routes()).toEqual(['sandbox', 'official', 'sandbox'])
    expect((await session()).sandbox).toBe(true)
  })

  it('is the sandbox inbox for all once it is on, and for none once it is off', async () => {
    const { body } = await change(true)
    expect(body.channels.map(({ route }) => route)).toEqual(['sandbox', 'sandbox', 'sandbox'])
    await change(false)
    expect(await routes()).toEqual([null, 'official', null])
    const { sandbox, organisation } = await session()
    expect({ sandbox, ready: organisation.readyChannels }).toEqual({
      sandbox: false,
      ready: ['sms'],
    })
    expect(await actions()).toEqual([
      { action: 'senders.sandbox', subject: '', detail: { on: true } },
      { action: 'senders.sandbox', subject: '', detail: { on: false } },
    ])
  })

  it('is decided when a code is sent: by the sender, or to the inbox', async () => {
    await change(true)
    const first = await otp.createTask({ phone })
    expect(await otp.sendAndRead(first.id, phone)).toMatch(/^\d{6}$/)
    expect(taken).toEqual([])
    clock.advance(60 * 60_000)
    await change(false)
    const second = await otp.createTask({ phone })
    expect((await otp.send(second.id)).status).toBe(202)
    await app.otp.worker.drain()
    expect(taken.map(({ recipient }) => recipient)).toEqual([phone])
  })

  it('is asked for and changed by owners and admins alone', async () => {
    for (const role of ['billing', 'planner', 'field_user'] as const) {
      const asked = await app.as(role).get('/settings/senders')
      const input = { sandbox: true, fallsBack: false }
      const changed = await app.as(role).send('PUT', '/settings/senders', input)
      const tested = await app.as(role).post('/settings/senders/tests', { channel: 'email' })
      expect([asked.status, changed.status, tested.status], role).toEqual([403, 403, 403])
    }
    expect((await app.as('owner').get('/settings/senders')).status).toBe(200)
  })

  it('is never the sandbox where the installation has none', async () => {
    const live = await createTestApp({ hasSandbox: false })
    const input = { sandbox: true, fallsBack: false }
    const { status, body } = await live.as('admin').send('PUT', '/settings/senders', input)
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { code: 'sandbox-unavailable', errors: [{ path: 'body.sandbox' }] },
    })
    const { readyChannels } = (await live.as('admin').get<Session>('/session')).body.organisation
    expect(readyChannels).toEqual([])
    await live.close()
  })
})

describe('a test of a sender', () => {
  it('by Email goes to the own address of who asks, in the sandbox for nothing', async () => {
    const before = await available()
    const { status, body } = await test({ channel: 'email', recipient: null })
    expect(status).toBe(201)
    expect(body).toMatchObject({ route: 'sandbox', outcome: 'accepted', costCredits: '0.000000' })
    expect(body.text).toBe('The message is in the sandbox inbox.')
    expect((await otp.read('admin@sandi.test')).code).toMatch(/^\d{6}$/)
    expect(await available()).toBe(before)
  })

  it('that a provider takes costs what a code costs, and is told of', async () => {
    const before = await available()
    const { body } = await test({ channel: 'sms', recipient: '0812 3456 7890' })
    expect(body).toMatchObject({ route: 'official', outcome: 'accepted' })
    expect(Number(body.costCredits)).toBeGreaterThan(0)
    expect(await available()).toBeCloseTo(before - Number(body.costCredits), 6)
    expect(taken.map(({ recipient }) => recipient)).toEqual([phone])
    const sms = (await overview()).channels.find(({ channel }) => channel === 'sms')
    expect(sms?.lastTest).toEqual(body)
    const detail = { to: '+62 812-•••-•890', by: 'official', outcome: 'accepted' }
    expect(await actions()).toEqual([{ action: 'senders.tested', subject: 'SMS', detail }])
  })

  it('that is refused says why, in words, and costs nothing', async () => {
    answer = () => refused('sender-unauthorised', '20003')
    const before = await available()
    const { body } = await test({ channel: 'sms', recipient: phone })
    expect(body).toMatchObject({
      outcome: 'refused',
      text: 'The provider does not accept the credentials: renew them.',
      providerCode: '20003',
    })
    expect(await available()).toBe(before)
  })

  it('whose outcome is not known costs nothing', async () => {
    answer = () => {
      throw new Error('a sender that fails')
    }
    const before = await available()
    expect((await test({ channel: 'sms', recipient: phone })).body.outcome).toBe('unknown')
    expect(await available()).toBe(before)
  })

  it('under the same Idempotency-Key is sent once', async () => {
    const headers = { 'idempotency-key': 'once' }
    const first = await test({ channel: 'sms', recipient: phone }, headers)
    const second = await test({ channel: 'sms', recipient: phone }, headers)
    expect(second.body).toEqual(first.body)
    expect(taken).toHaveLength(1)
  })

  it('is refused to a country that the policy does not allow, and to what is no number', async () => {
    const abroad = await test({ channel: 'sms', recipient: '+447400123456' })
    expect(abroad).toMatchObject({ status: 403, body: { code: 'otp-country-not-allowed' } })
    const none = await test({ channel: 'sms', recipient: null })
    expect(none).toMatchObject({ status: 422, body: { code: 'otp-invalid-recipient' } })
  })

  it('is refused by a channel without a sender', async () => {
    await change(false)
    const { status, body } = await test({ channel: 'email', recipient: null })
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'otp-channel-unavailable' })
  })

  it('can be made five times in ten minutes, however many ask at once', async () => {
    const input = { channel: 'sms', recipient: phone }
    const answers = await Promise.all(Array.from({ length: 8 }, () => test(input)))
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429, 429])
    expect(taken).toHaveLength(5)
  })

  it('keeps no recipient in full', async () => {
    await test({ channel: 'sms', recipient: phone })
    const rows = await queryRows<{ text: string }>(
      app.db,
      sql`select row_to_json(t)::text as text from sender_tests t
        union all select row_to_json(e)::text from audit_entries e`,
    )
    const kept = rows.map(({ text }) => text).join()
    expect(kept).toContain('+62 812-•••-•890')
    expect(kept).not.toContain(phone.slice(3))
  })
})

describe('the health of a channel', () => {
  const sms = async () => (await overview()).channels.find(({ channel }) => channel === 'sms')

  it('is the newest success and the newest failure, in words', async () => {
    const first = await otp.createTask({ phone })
    await otp.send(first.id)
    await app.otp.worker.drain()
    const at = new Date(clock.now()).toISOString()
    clock.advance(60 * 60_000)
    answer = () => refused('blocked-as-fraud', '30450')
    const second = await otp.createTask({ phone })
    await otp.send(second.id)
    await app.otp.worker.drain()
    expect(await sms()).toMatchObject({
      lastSuccessAt: at,
      lastError: {
        text: 'The provider blocks this kind of number as a fraud risk.',
        providerCode: '30450',
        isAboutRecipient: false,
      },
    })
  })

  it('says nothing of what went by others before the sandbox was switched', async () => {
    await change(true)
    expect(await sms()).toMatchObject({ lastSuccessAt: null, lastError: null })
  })
})
