import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Channel, channels } from '#domain/otp/channel.ts'
import { writeEmail, writeSms } from '#domain/otp/message-text.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import type { OtpMessage, OtpSender } from './senders/otp-sender.ts'
import { toTemplateName } from './senders/whatsapp-account.ts'

// Row 19 of the list of known attacks: a code that is told to live longer, or shorter, than it does.

const clock = createFakeClock()
const account = {
  ...{ baseUrl: '', version: 'v24.0', phoneNumberId: '1', businessAccountId: '2' },
  ...{ accessToken: '', templatePrefix: 'sandi_code' },
}
let messages: OtpMessage[] = []
let app: Awaited<ReturnType<typeof createTestApp>>
const workers = new Map<Channel, ReturnType<typeof anOtpWorker>>()

beforeAll(async () => {
  const sender: OtpSender = {
    reportsWithin: 0,
    send: async (message) => {
      messages.push(message)
      return { outcome: 'accepted', providerMessageId: message.challengeId }
    },
    lookUp: async () => ({ outcome: 'unknown' }),
  }
  app = await createTestApp({
    clock,
    senders: { email: sender, sms: sender, whatsapp: sender },
  })
  for (const channel of channels) {
    workers.set(channel, anOtpWorker(app, await publishDocument(app, anOtpDocument({ channel }))))
  }
})
afterAll(() => app.close())
beforeEach(() => {
  messages = []
  clock.advance(60 * 60_000)
})

/** What each channel says of the life of a code, in minutes. */
const readLife: Record<Channel, (message: OtpMessage) => string> = {
  email: (message) => writeEmail({ ...message, digits: '000000' }).paragraphs.join(),
  sms: (message) => writeSms({ ...message, digits: '000000' }, ''),
  whatsapp: ({ validityMinutes }) => toTemplateName(account, validityMinutes),
}

it.each([1, 2, 5, 10].flatMap((minutes) => channels.map((channel) => [minutes, channel] as const)))(
  '19: a code of %i min by %s is told to live so, and lives so',
  async (minutes, channel) => {
    await app.db.execute(
      sql`update organizations set otp_policy = otp_policy
      || ${JSON.stringify({ validityMinutes: minutes })}::jsonb`,
    )
    const otp = workers.get(channel)
    if (otp === undefined) throw new Error('no worker')
    const block = 1_000 + minutes * 10 + channels.indexOf(channel)
    const task = await otp.createTask({
      phone: `+62812${block}0000`,
      mail: `r${block}@example.com`,
    })
    const { body } = await otp.send(task.id)
    await app.otp.worker.drain()
    const [message] = messages
    if (message === undefined) throw new Error('no message')
    const said = /(\d+)(?: minutes?|m\b)/.exec(readLife[channel](message))?.[1]
    expect(said).toBe(String(minutes))
    expect(message.remainingSeconds).toBe(minutes * 60)
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(minutes * 60_000)
    const code = message.code.reveal()
    clock.advance(minutes * 60_000)
    expect((await otp.verify(task.id, code)).body.code).toBe('otp-expired')
  },
)
