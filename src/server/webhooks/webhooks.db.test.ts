import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import { reconcile } from '#server/billing/reconcile-service.ts'
import { type OtpSender, refused } from '#server/otp/senders/otp-sender.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

const clock = createFakeClock()
const url = 'https://sandi.example/webhooks/twilio'
const webhookSecrets = {
  twilio: { authToken: '12345', url },
  whatsapp: { appSecret: 'secret', verifyToken: 'word' },
}
const lines: string[] = []
const write = (fields: object, message: string) => {
  lines.push(message + JSON.stringify(fields))
}
const logger = {
  ...{ debug: write, info: write, warn: write, error: write },
  child: () => logger,
}
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let answer: () => ReturnType<OtpSender['send']>
let number = 5_000

const sender: OtpSender = {
  send: () => answer(),
  lookUp: async () => ({ outcome: 'unknown' }),
  reportsWithin: 60 * 60_000,
}

beforeAll(async () => {
  app = await createTestApp({ clock, logger, webhookSecrets, senders: { whatsapp: sender } })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
})
afterAll(() => app.close())
beforeEach(() => clock.advance(60 * 60_000))

const accept = (id: string) => async () => ({ outcome: 'accepted' as const, providerMessageId: id })

/** A task whose code was sent, and what it is known by. */
const send = async (by: typeof answer) => {
  number += 1
  answer = by
  const before = await balance()
  const task = await otp.createTask({ phone: `+62812${number}0000` })
  expect((await otp.send(task.id)).status).toBe(202)
  await app.otp.worker.drain()
  const { challengeId } = await otp.newest(task.id)
  return { before, task, challengeId, messageId: `wamid.${number}` }
}
const sendAccepted = () => send(accept(`wamid.${number + 1}`))

const balance = async () => (await app.as('billing').get<Balance>('/billing/balance')).body
const spent = async (before: Balance) => {
  const { available, reserved } = await balance()
  return [Number(before.available) - Number(available), Number(reserved)]
}

const postMeta = async (body: string, secret = 'secret') => {
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const headers = { 'x-hub-signature-256': `sha256=${signature}` }
  return (await app.request('/webhooks/whatsapp', { method: 'POST', body, headers })).status
}

interface Status {
  challengeId?: string | null
  messageId: string
  status: string
  code?: number
}

const toMeta = (statuses: Status[]) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              statuses: statuses.map(({ challengeId, messageId, status, code }) => ({
                ...{ id: messageId, status, timestamp: '1', recipient_id: '62812' },
                biz_opaque_callback_data: challengeId,
                ...(code !== undefined && { errors: [{ code, title: 'no' }] }),
              })),
            },
          },
        ],
      },
    ],
  })

const report = async (...statuses: Status[]) => {
  expect(await postMeta(toMeta(statuses))).toBe(200)
  await app.processWebhooks()
}

describe('a webhook', () => {
  it('without the right signature is refused, and nothing is kept of it', async () => {
    const body = toMeta([{ messageId: 'x', status: 'sent' }])
    expect(await postMeta(body, 'another')).toBe(403)
    const unsigned = await app.request('/webhooks/twilio', { method: 'POST', body: 'a=1' })
    expect(unsigned.status).toBe(403)
    expect(await queryRows(app.db, sql`select id from webhooks`)).toEqual([])
  })

  it('is kept before it is answered, and processed after that', async () => {
    const { task, challengeId, messageId } = await sendAccepted()
    expect(await postMeta(toMeta([{ challengeId, messageId, status: 'delivered' }]))).toBe(200)
    expect(await queryRows(app.db, sql`select id from webhooks`)).toHaveLength(1)
    expect((await otp.newest(task.id)).status).toBe('sent')
    await app.processWebhooks()
    expect((await otp.newest(task.id)).status).toBe('delivered')
    expect(await queryRows(app.db, sql`select id from webhooks`)).toEqual([])
  })

  it('of Twilio is signed over the public URL with its query', async () => {
    const { task, challengeId, messageId } = await sendAccepted()
    const form = { MessageSid: messageId, MessageStatus: 'delivered', To: '+62' }
    const query = `?challenge=${challengeId}`
    const signed = url + query + Object.entries(form).toSorted().flat().join('')
    const response = await app.request(`/webhooks/twilio${query}`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': createHmac('sha1', '12345').update(signed).digest('base64'),
      },
    })
    expect(response.status).toBe(204)
    await app.processWebhooks()
    expect((await otp.newest(task.id)).status).toBe('delivered')
  })

  it('is verified by the word that was agreed on', async () => {
    const ask = (token: string) =>
      app.request(
        `/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`,
      )
    const right = await ask('word')
    expect([right.status, await right.text()]).toEqual([200, '42'])
    expect((await ask('wrong')).status).toBe(403)
  })

  it('about a message that is not ours is answered with 200, and logged', async () => {
    const { challengeId } = await sendAccepted()
    lines.length = 0
    await report(
      { challengeId: 'no-such', messageId: 'wamid.strange', status: 'failed', code: 131026 },
      { challengeId: null, messageId: 'wamid.strange', status: 'failed', code: 131026 },
      { challengeId, messageId: 'wamid.strange', status: 'failed', code: 131026 },
    )
    expect(lines.filter((line) => line.includes('unknown message'))).toHaveLength(3)
    expect(lines.join()).not.toContain('62812')
  })

  it('that nobody can read holds up nothing', async () => {
    const { task, challengeId, messageId } = await sendAccepted()
    expect(await postMeta('not JSON')).toBe(200)
    await report({ challengeId, messageId, status: 'delivered' })
    expect((await otp.newest(task.id)).status).toBe('delivered')
  })

  it('that can not be processed goes to the outbox, is tried again, and is kept when given up', async () => {
    const { task, challengeId, messageId } = await sendAccepted()
    await app.db.execute(sql`alter table otp_challenges rename column delivered_at to gone`)
    await report({ challengeId, messageId, status: 'delivered' })
    for (let tries = 0; tries < 13; tries += 1) {
      await app.otp.worker.drain()
      clock.advance(60_000)
    }
    const jobs = () =>
      queryRows<{ isDead: boolean }>(
        app.db,
        sql`select dead_at is not null as "isDead" from outbox where kind = 'webhook.process'`,
      )
    expect(await jobs()).toEqual([{ isDead: true }])
    await app.db.execute(sql`alter table otp_challenges rename column gone to delivered_at`)
    await app.db.execute(sql`update outbox set dead_at = null, attempts = 0`)
    await app.otp.worker.drain()
    expect(await jobs()).toEqual([])
    expect((await otp.newest(task.id)).deliveredAt).not.toBeNull()
  })

  it('of 1,000 reports is processed whole', async () => {
    const { task, challengeId, messageId } = await sendAccepted()
    const others = Array.from({ length: 999 }, (_, index) => ({
      ...{ challengeId: `other-${index}`, messageId: `wamid.other.${index}`, status: 'read' },
    }))
    await report(...others, { challengeId, messageId, status: 'delivered' })
    expect((await otp.newest(task.id)).status).toBe('delivered')
  })

  it('about a template tells the operator', async () => {
    lines.length = 0
    const value = {
      event: 'PAUSED',
      message_template_name: 'sandi_code_5m',
      message_template_language: 'en',
    }
    const changes = [{ field: 'message_template_status_update', value }]
    await postMeta(JSON.stringify({ object: 'x', entry: [{ changes }] }))
    await app.processWebhooks()
    expect(lines.join()).toContain('The template sandi_code_5m (en) is PAUSED now.')
  })
})

describe('a message that was taken', () => {
  it('and is reported as failed, which Meta does not bill, is paid back once', async () => {
    const { before, task, challengeId, messageId } = await sendAccepted()
    expect(await spent(before)).toEqual([2, 0])
    const failed = { challengeId, messageId, status: 'failed', code: 131026 }
    await report(failed)
    await report(failed, failed)
    expect(await otp.newest(task.id)).toMatchObject({
      status: 'failed',
      failureCode: 'not-on-whatsapp',
    })
    expect(await spent(before)).toEqual([0, 0])
  })

  it('and replaced by a newer one is paid back all the same when it failed', async () => {
    const { before, task, challengeId, messageId } = await sendAccepted()
    clock.advance(30_000)
    answer = accept('wamid.newer')
    await otp.send(task.id)
    await app.otp.worker.drain()
    await report({ challengeId, messageId, status: 'failed', code: 131049 })
    expect(await spent(before)).toEqual([2, 0])
  })

  it.each([
    [['sent', 'delivered', 'read'], 'delivered', 2],
    [['read', 'delivered', 'sent'], 'delivered', 2],
    [['delivered', 'failed'], 'delivered', 2],
    [['failed', 'delivered'], 'failed', 0],
    [['failed', 'sent', 'read'], 'failed', 0],
  ])('and reported as %j is %s', async (statuses, expected, cost) => {
    for (const together of [false, true]) {
      const { before, task, challengeId, messageId } = await sendAccepted()
      const reports = statuses.map((status) => ({ challengeId, messageId, status }))
      if (together) await report(...reports)
      else for (const one of reports) await report(one)
      expect((await otp.newest(task.id)).status).toBe(expected)
      expect(await spent(before)).toEqual([cost, 0])
    }
  })
})

describe('a message of which it is not known whether it was taken', () => {
  const lost = async () => ({ outcome: 'unknown' as const, reason: 'no answer' })

  it('keeps its hold, and is never sent again', async () => {
    let sends = 0
    const { before } = await send(() => {
      sends += 1
      return lost()
    })
    for (let look = 0; look < 20; look += 1) {
      clock.advance(60_000)
      await app.otp.worker.drain()
    }
    expect(sends).toBe(1)
    expect(await spent(before)).toEqual([2, 2])
    clock.advance(2 * 60 * 60_000)
    await app.otp.worker.drain()
    expect(await spent(before)).toEqual([0, 0])
  })

  it('is paid once it is reported on, and can be verified', async () => {
    const { before, task, challengeId, messageId } = await send(lost)
    await report({ challengeId, messageId, status: 'delivered' })
    expect((await otp.newest(task.id)).status).toBe('delivered')
    clock.advance(60_000)
    await app.otp.worker.drain()
    expect(await spent(before)).toEqual([2, 0])
    expect(
      await queryRows(app.db, sql`select id from outbox where subject_id = ${challengeId}`),
    ).toEqual([])
  })

  it('costs nothing once it is reported as failed', async () => {
    const { before, task, challengeId, messageId } = await send(lost)
    await report({ challengeId, messageId, status: 'failed', code: 131026 })
    clock.advance(60_000)
    await app.otp.worker.drain()
    expect((await otp.newest(task.id)).status).toBe('failed')
    expect(await spent(before)).toEqual([0, 0])
  })
})

it('a report that comes before the answer counts, and the answer changes nothing more', async () => {
  const messageId = `wamid.${number + 1}`
  const { before, task } = await send(async () => {
    const [row] = await queryRows<{ id: string }>(
      app.db,
      sql`select id from otp_challenges where state = 'sending' order by created_at desc limit 1`,
    )
    await report({ challengeId: row?.id ?? '', messageId, status: 'failed', code: 131026 })
    return accept(messageId)()
  })
  expect((await otp.newest(task.id)).status).toBe('failed')
  expect(await spent(before)).toEqual([0, 0])
})

it('a refusal for now is followed by another code, and paid once', async () => {
  let sends = 0
  const { before, task } = await send(async () => {
    sends += 1
    return sends < 3 ? refused('provider-busy', '130429') : accept('wamid.third')()
  })
  clock.advance(1_000)
  await app.otp.worker.drain()
  clock.advance(2_000)
  await app.otp.worker.drain()
  expect(sends).toBe(3)
  expect((await otp.newest(task.id)).status).toBe('sent')
  expect(await spent(before)).toEqual([2, 0])
})

it('the books are right after all of that', async () => {
  expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
})
