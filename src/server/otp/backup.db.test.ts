import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { type OtpSender, refused } from './senders/otp-sender.ts'
import { createSandboxSender } from './senders/sandbox-sender.ts'

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let answer: OtpSender['send']
let number = 7_000

const silent: OtpSender['send'] = async () => ({ outcome: 'accepted', providerMessageId: 'wamid' })

/** A WhatsApp step that goes over to SMS by itself, after 60 s. */
const anAutomaticDocument = () => {
  const document = anOtpDocument()
  const step = document.pages[1]?.components[0]
  Object.assign(step ?? {}, { backupAutomatic: true })
  return flowDocumentSchema.parse(document)
}

beforeAll(async () => {
  const whatsapp: OtpSender = {
    send: (message) => answer(message),
    lookUp: async () => ({ outcome: 'unknown' }),
    reportsWithin: 60 * 60_000,
  }
  app = await createTestApp({ clock, senders: { whatsapp } })
  otp = anOtpWorker(app, await publishDocument(app, anAutomaticDocument()))
})
afterAll(() => app.close())
beforeEach(() => clock.advance(60 * 60_000))

const available = async () =>
  Number((await app.as('billing').get<Balance>('/billing/balance')).body.available)

const send = async (by: OtpSender['send']) => {
  number += 1
  answer = by
  const before = await available()
  const phone = `+62812${number}0000`
  const task = await otp.createTask({ phone })
  expect((await otp.send(task.id)).status).toBe(202)
  await app.otp.worker.drain()
  return { task, phone, spent: async () => before - (await available()) }
}

const channelsOf = async (taskId: string) => {
  const { body } = await otp.worker.get<{ items: { channel: string; status: string }[] }>(
    `/tasks/${taskId}/otp`,
  )
  return body.items.map(({ channel, status }) => `${channel} ${status}`)
}

describe('a step that goes over to its backup channel by itself', () => {
  it('does so as soon as the first refuses for good, and pays the backup alone', async () => {
    const { task, phone, spent } = await send(async () => {
      clock.advance(1)
      return refused('not-on-whatsapp', '131026')
    })
    await app.otp.worker.drain()
    expect(await channelsOf(task.id)).toEqual(['sms sent', 'whatsapp failed'])
    expect(await spent()).toBeCloseTo(Number((await otp.newest(task.id)).costCredits), 6)
    expect((await otp.verify(task.id, (await otp.read(phone)).code)).status).toBe(200)
  })

  it('does so when the first has not delivered in time, not before', async () => {
    const { task } = await send(silent)
    clock.advance(59_999)
    await app.otp.worker.drain()
    expect(await channelsOf(task.id)).toEqual(['whatsapp sent'])
    clock.advance(1)
    await app.otp.worker.drain()
    expect(await channelsOf(task.id)).toEqual(['sms sent', 'whatsapp superseded'])
  })

  it('does so once, and then rests', async () => {
    const { task } = await send(silent)
    for (let minutes = 0; minutes < 4; minutes += 1) {
      clock.advance(60_000)
      await app.otp.worker.drain()
    }
    expect(await channelsOf(task.id)).toHaveLength(2)
  })

  it('does not where another channel would not help', async () => {
    const { task, spent } = await send(async () => refused('invalid-number'))
    clock.advance(60_000)
    await app.otp.worker.drain()
    expect(await channelsOf(task.id)).toEqual(['whatsapp failed'])
    expect(await spent()).toBe(0)
  })

  it('does not once the code was entered', async () => {
    const real = createSandboxSender(app.context)
    const { task, phone } = await send(real.send)
    expect((await otp.verify(task.id, (await otp.read(phone)).code)).status).toBe(200)
    clock.advance(60_000)
    await app.otp.worker.drain()
    expect(await channelsOf(task.id)).toEqual(['whatsapp verified'])
  })
})
