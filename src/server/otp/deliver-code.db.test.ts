import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import { reconcile } from '#server/billing/reconcile-service.ts'
import { silentLogger } from '#server/platform/logger.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createOtp } from './otp-service.ts'
import { type OtpSender, refused } from './senders/otp-sender.ts'
import { createSandboxSender } from './senders/sandbox-sender.ts'

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let lastNumber = 1_000

beforeAll(async () => {
  app = await createTestApp({ clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
})
afterAll(() => app.close())
beforeEach(() => clock.advance(60 * 60_000))

const secretKey = 'a key for tests only'
const balance = async () => (await app.as('billing').get<Balance>('/billing/balance')).body

/** Another process, whose WhatsApp sender does what a test wants. */
const aProcess = (whatsapp: Partial<OtpSender>) => {
  const installation = { hasSandbox: true, official: { whatsapp: 'official' } }
  return createOtp(
    { ...app.context, installation },
    {
      secretKey,
      logger: silentLogger,
      senders: { official: { whatsapp: { ...createSandboxSender(app.context), ...whatsapp } } },
    },
  )
}

const request = async () => {
  lastNumber += 1
  const phone = `+62812${lastNumber}0000`
  const task = await otp.createTask({ phone })
  expect((await otp.send(task.id)).status).toBe(202)
  return { phone, task }
}

/** A process that dies in the middle: the job stays leased, and is found when the lease is over. */
const dieWhileSending = async (send: OtpSender['send']) => {
  const requested = await request()
  const begun = Promise.withResolvers<void>()
  const dying = aProcess({
    send: async (message) => {
      await send(message)
      begun.resolve()
      return new Promise(() => {})
    },
  })
  // Never ends, like a process that is gone.
  void dying.worker.drain()
  await begun.promise
  clock.advance(60_000)
  return requested
}

describe('a code whose sending was interrupted', () => {
  it('is not sent again; it is paid when the provider had accepted it, and can be entered', async () => {
    const before = await balance()
    const real = createSandboxSender(app.context)
    const { phone, task } = await dieWhileSending(real.send)
    const { code } = await otp.read(phone)
    await app.otp.worker.drain()
    expect(await otp.newest(task.id)).toMatchObject({ status: 'sent' })
    expect(Number(before.available) - Number((await balance()).available)).toBe(2)
    expect((await balance()).reserved).toBe('0.000000')
    expect((await otp.verify(task.id, code)).status).toBe(200)
  })

  it('fails and costs nothing when the provider had not accepted it', async () => {
    const before = await balance()
    const { task } = await dieWhileSending(async () => refused('provider-down'))
    await app.otp.worker.drain()
    expect(await otp.newest(task.id)).toMatchObject({
      status: 'failed',
      failureCode: 'unknown-outcome',
    })
    expect(await balance()).toEqual(before)
  })

  it('is asked about again while the provider does not know, and stays set aside', async () => {
    const { task } = await dieWhileSending(async () => refused('provider-down'))
    let asked = 0
    const unsure = aProcess({
      lookUp: async () => {
        asked += 1
        return { outcome: 'unknown' }
      },
    })
    await unsure.worker.drain()
    expect(asked).toBe(1)
    expect((await balance()).reserved).toBe('2.000000')
    clock.advance(60_000)
    await app.otp.worker.drain()
    expect((await otp.newest(task.id)).status).toBe('failed')
    expect((await balance()).reserved).toBe('0.000000')
  })

  it('because the sender threw is not sent again either', async () => {
    await request()
    let sent = 0
    const failing = aProcess({
      send: async () => {
        sent += 1
        throw new Error('connection lost')
      },
    })
    await failing.worker.drain()
    clock.advance(2_000)
    await failing.worker.drain()
    expect(sent).toBe(1)
    expect((await balance()).reserved).toBe('0.000000')
  })
})

describe('a code that a newer one has replaced', () => {
  it('before it was sent is never sent, and its hold goes back', async () => {
    const before = await balance()
    const { phone, task } = await request()
    clock.advance(30_000)
    expect((await otp.send(task.id)).status).toBe(202)
    await app.otp.worker.drain()
    const { body } = await app
      .as('admin')
      .get<{ items: unknown[] }>(`/sandbox/messages?recipient=${encodeURIComponent(phone)}`)
    expect(body.items).toHaveLength(1)
    expect(Number(before.available) - Number((await balance()).available)).toBe(2)
    expect((await balance()).reserved).toBe('0.000000')
  })

  it('while it was being sent is paid for, as it was sent', async () => {
    const before = await balance()
    const { task } = await request()
    const real = createSandboxSender(app.context)
    let isFirst = true
    const slow = aProcess({
      send: async (message) => {
        if (isFirst) {
          isFirst = false
          clock.advance(31_000)
          expect((await otp.send(task.id)).status).toBe(202)
        }
        return real.send(message)
      },
    })
    await slow.worker.drain()
    expect((await balance()).reserved).toBe('0.000000')
    expect(Number(before.available) - Number((await balance()).available)).toBe(4)
  })
})

it('the books are right after all of that', async () => {
  expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
})
