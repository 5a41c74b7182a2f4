import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance, LedgerEntry } from '#contract/billing-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Task } from '#contract/task-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { reconcile } from '#server/billing/reconcile-service.ts'
import { reportArrivalsAcrossOrgs } from '#server/sandbox/sandbox-service.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument, wrongCode } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let lastNumber = 1_000

/** A recipient of its own for each test, so that limits of one do not reach another. */
const aNumber = () => {
  lastNumber += 1
  return `+62812${lastNumber}0000`.slice(0, 13)
}

beforeAll(async () => {
  app = await createTestApp({ clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
})
afterAll(() => app.close())
beforeEach(async () => {
  clock.advance(60 * 60_000)
  await app.as('admin').send('PUT', '/sandbox/rules', { items: [] })
})

const balance = async () => (await app.as('billing').get<Balance>('/billing/balance')).body
const setRule = (recipient: string | null, outcome: string) =>
  app.as('admin').send('PUT', '/sandbox/rules', { items: [{ recipient, outcome }] })

describe('the way of a code', () => {
  it('is sent, entered wrongly, then rightly, and the task is finished and paid for once', async () => {
    const phone = aNumber()
    const before = parseCredits((await balance()).available)
    const task = await otp.createTask({ phone })
    const sent = await otp.send(task.id)
    expect(sent).toMatchObject({
      status: 202,
      body: { status: 'created', channel: 'whatsapp', attemptsLeft: 5, costCredits: '2.000000' },
    })
    expect((await balance()).reserved).toBe('2.000000')
    clock.advance(1_000)
    await app.otp.worker.drain()
    const message = await otp.read(phone)
    expect(message.text).toBe(
      `*${message.code}* is your verification code. For your security, do not share this code.\nThis code expires in 5 minutes.`,
    )
    const wrong = await otp.verify(task.id, wrongCode(message.code))
    expect(wrong).toMatchObject({ status: 422, body: { code: 'otp-wrong-code', attemptsLeft: 4 } })
    expect((await otp.verify(task.id, message.code)).status).toBe(200)
    const finished = await otp.worker.post<Task>(`/tasks/${task.id}/finish`)
    expect(finished).toMatchObject({ status: 200, body: { status: 'done', trail: ['handover'] } })
    expect(await balance()).toMatchObject({
      available: `${(before - 2_000_000n) / 1_000_000n}.000000`,
      reserved: '0.000000',
    })
    const { body } = await app
      .as('billing')
      .get<{ items: LedgerEntry[] }>('/billing/ledger?limit=2')
    expect(body.items.map(({ kind, amount, description }) => [kind, amount, description])).toEqual([
      ['capture', '0.000000', `WhatsApp code to +62 812-•••-•${phone.slice(-3)}`],
      ['hold', '-2.000000', `WhatsApp code to +62 812-•••-•${phone.slice(-3)}`],
    ])
    expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
  })

  it('shows as delivered once the provider has reported it', async () => {
    const phone = aNumber()
    const task = await otp.createTask({ phone })
    await otp.sendAndRead(task.id, phone)
    expect((await otp.newest(task.id)).status).toBe('sent')
    await reportArrivalsAcrossOrgs(app.context)
    expect((await otp.newest(task.id)).status).toBe('delivered')
  })

  it('costs nothing when the provider refuses it, and the backup channel can be used at once', async () => {
    const phone = aNumber()
    await setRule(phone, 'not-on-whatsapp')
    const task = await otp.createTask({ phone })
    const before = await balance()
    await otp.send(task.id)
    await app.otp.worker.drain()
    expect(await otp.newest(task.id)).toMatchObject({
      status: 'failed',
      failureCode: 'not-on-whatsapp',
    })
    expect(await balance()).toEqual(before)
    expect((await otp.send(task.id, { useBackupChannel: true })).body.channel).toBe('sms')
    await app.otp.worker.drain()
    expect((await otp.read(phone)).text.length).toBeLessThanOrEqual(160)
  })

  it('is tried again while the provider is down, and given up when it has expired', async () => {
    const phone = aNumber()
    await setRule(null, 'provider-down')
    const task = await otp.createTask({ phone })
    const before = await balance()
    await otp.send(task.id)
    await app.otp.worker.drain()
    expect((await otp.newest(task.id)).status).toBe('created')
    clock.advance(2_000)
    await app.otp.worker.drain()
    expect((await otp.newest(task.id)).status).toBe('created')
    clock.advance(5 * 60_000)
    await app.otp.worker.drain()
    expect(await balance()).toEqual(before)

    await app.as('admin').send('PUT', '/sandbox/rules', { items: [] })
    const code = await otp.sendAndRead(task.id, phone)
    expect((await otp.verify(task.id, code)).status).toBe(200)
  })

  it('gets through when the provider comes back in time', async () => {
    const phone = aNumber()
    await setRule(null, 'provider-down')
    const task = await otp.createTask({ phone })
    await otp.send(task.id)
    await app.otp.worker.drain()
    await setRule(null, 'delivered')
    clock.advance(2_000)
    await app.otp.worker.drain()
    expect((await otp.verify(task.id, (await otp.read(phone)).code)).status).toBe(200)
  })

  it('arrives 8 seconds later when it is told to be slow', async () => {
    const phone = aNumber()
    await setRule(phone, 'slow')
    const task = await otp.createTask({ phone })
    await otp.send(task.id)
    await app.otp.worker.drain()
    await expect(otp.read(phone)).rejects.toThrow('no message')
    clock.advance(8_000)
    expect((await otp.read(phone)).outcome).toBe('slow')
  })

  it('is refunded when the provider reports later that it could not be delivered', async () => {
    const phone = aNumber()
    const task = await otp.createTask({ phone })
    const before = await balance()
    await otp.sendAndRead(task.id, phone)
    const { id } = await otp.read(phone)
    const report = () =>
      app.as('admin').post(`/sandbox/messages/${id}/outcome`, { outcome: 'undeliverable' })
    expect((await report()).status).toBe(200)
    await report()
    expect(await balance()).toEqual(before)
    expect(await otp.newest(task.id)).toMatchObject({
      status: 'failed',
      failureCode: 'undeliverable',
    })
    expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
  })

  it.each([
    ['+15005550001', 'invalid-number'],
    ['+15005550002', 'unreachable-region'],
    ['+15005550003', 'region-not-enabled'],
    ['+15005550004', 'opted-out'],
    ['+15005550009', 'not-mobile'],
  ])("fails for Twilio's magic number %s as %s", async (phone, failureCode) => {
    const task = await otp.createTask({ phone })
    await otp.send(task.id, { useBackupChannel: true })
    await app.otp.worker.drain()
    expect(await otp.newest(task.id)).toMatchObject({ status: 'failed', failureCode })
  })

  it('goes by email with the code in the subject, for one credit', async () => {
    const mailFlow = anOtpWorker(
      app,
      await publishDocument(app, anOtpDocument({ channel: 'email', digits: 8 })),
    )
    const task = await mailFlow.createTask({ mail: 'ayu@Example.com' })
    const sent = await mailFlow.send(task.id)
    expect(sent.body).toMatchObject({
      costCredits: '1.000000',
      maskedRecipient: 'a•••@example.com',
    })
    await app.otp.worker.drain()
    const { code, subject } = await mailFlow.read('ayu@example.com')
    expect(code).toMatch(/^\d{8}$/)
    expect(subject).toBe(`${code} is your Demo Logistics code`)
    expect((await mailFlow.verify(task.id, code)).status).toBe(200)
    expect((await mailFlow.worker.post(`/tasks/${task.id}/finish`)).status).toBe(200)
  })
})

describe('a send is refused', () => {
  const refusalOf = async (answers: Record<string, string>, more = {}) => {
    const task = await otp.createTask(answers)
    const { status, body } = await otp.send<ProblemDetails>(task.id, more)
    return [status, body.code]
  }

  it('without a recipient', async () => {
    expect(await refusalOf({})).toEqual([422, 'otp-invalid-recipient'])
  })

  it('to a country that the policy does not allow', async () => {
    expect(await refusalOf({ phone: '+4915123456789' })).toEqual([403, 'otp-country-not-allowed'])
  })

  it('where there is no rate', async () => {
    expect(await refusalOf({ phone: '+881612345678' })).toEqual([422, 'otp-no-rate'])
  })

  it('by SMS to a kind of number that cannot receive one', async () => {
    expect(await refusalOf({ phone: '+6562345678' }, { useBackupChannel: true })).toEqual([
      422,
      'otp-invalid-recipient',
    ])
  })

  it('to a worker to whom the task is not assigned, as if there were no such task', async () => {
    const task = await otp.createTask({ phone: aNumber() })
    await app.as('planner').send('PATCH', `/tasks/${task.id}/assignee`, { assigneeId: null })
    expect((await otp.send(task.id)).status).toBe(404)
  })

  it('again before the wait is over, which grows from 30 to 60 to 120 seconds', async () => {
    const phone = aNumber()
    const task = await otp.createTask({ phone })
    for (const wait of [30, 60, 120, 120]) {
      expect((await otp.send(task.id)).status).toBe(202)
      const refused = await otp.send<ProblemDetails>(task.id)
      expect(refused.status).toBe(429)
      expect(refused.headers.get('retry-after')).toBe(String(wait))
      expect(refused.body).toMatchObject({ code: 'otp-too-many-sends', retryAfter: wait })
      clock.advance(wait * 1_000)
    }
    expect((await otp.send(task.id)).status).toBe(202)
    clock.advance(120_000)
    const sixth = await otp.send<ProblemDetails>(task.id)
    // The first was 450 s ago; it counts for 600.
    expect(sixth.body).toMatchObject({ code: 'otp-too-many-sends', retryAfter: 150 })
  })

  it('to more than 30 numbers of one block an hour', async () => {
    const block = '+628139876'
    for (let number = 0; number < 30; number += 1) {
      const task = await otp.createTask({ phone: `${block}${1000 + number}` })
      expect((await otp.send(task.id)).status).toBe(202)
    }
    expect(await refusalOf({ phone: `${block}5555` })).toEqual([429, 'otp-too-many-sends'])
    expect(await refusalOf({ phone: aNumber() })).toEqual([202, undefined])
  })

  it('a second time under the same Idempotency-Key, with the first answer', async () => {
    const task = await otp.createTask({ phone: aNumber() })
    const other = await otp.createTask({ phone: aNumber() })
    const key = { 'idempotency-key': 'key-1' }
    const before = await balance()
    const first = await otp.send(task.id, {}, key)
    const second = await otp.send(task.id, {}, key)
    expect(second).toMatchObject({ status: 202, body: { challengeId: first.body.challengeId } })
    const { body } = await otp.send<ProblemDetails>(other.id, {}, key)
    expect(body.code).toBe('idempotency-key-reused')
    expect(parseCredits(before.available) - parseCredits((await balance()).available)).toBe(
      2_000_000n,
    )
  })
})
