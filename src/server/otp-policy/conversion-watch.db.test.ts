import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, it } from 'vitest'
import type { ConversionAlert } from '#contract/otp-policy-contract.ts'
import { createOutboxWorker } from '#server/platform/jobs/outbox-worker.ts'
import { silentLogger } from '#server/platform/logger.ts'
import type { Mail } from '#server/platform/mail/mailer.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'
import {
  conversionMailJob,
  createConversionMail,
  watchConversionAcrossOrgs,
} from './conversion-watch-service.ts'

const hour = 60 * 60_000
const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let mails: Mail[]
beforeEach(async () => {
  const { db } = await createPostgresDatabase()
  app = await createTestApp({ db, clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument({ channel: 'sms' })))
  mails = []
  const rule = { minimumPercent: 40, minimumSends: 5, windowHours: 24 }
  await app.db.execute(sql`
    update organizations set otp_policy = otp_policy
      || ${JSON.stringify({ conversionAlert: rule })}::jsonb`)
})
afterAll(() => app.close())

let block = 1_000
/** Sends codes, some of which are entered: to numbers of one block, or each of a block of its own. */
const sendCodes = async (sent: number, verified: number, prefix?: string) => {
  for (let index = 0; index < sent; index += 1) {
    block += 1
    const phone = prefix === undefined ? `+62812${block}0000` : prefix + block
    const task = await otp.createTask({ phone })
    const code = await otp.sendAndRead(task.id, phone)
    if (index < verified) expect((await otp.verify(task.id, code)).status).toBe(200)
  }
}

/** Three processes look, and what is to be mailed is mailed. */
const watch = async () => {
  await Promise.all([1, 2, 3].map(() => watchConversionAcrossOrgs(app.context)))
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  const worker = createOutboxWorker(app.context, {
    handlers: { [conversionMailJob]: createConversionMail(app.context, mailer) },
    logger: silentLogger,
  })
  await worker.drain()
}

const listAlerts = async () =>
  (await app.as('admin').get<{ items: ConversionAlert[] }>('/settings/otp-policy/alerts')).body
    .items

it('4.3, conversion: tells owners and admins once, and is over when it is better', async () => {
  await sendCodes(6, 2)
  await watch()
  // The codes that still can be entered say nothing yet.
  expect(await listAlerts()).toEqual([])
  clock.advance(10 * 60_000)
  await watch()
  await watch()
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['admin@sandi.test', 'owner@sandi.test'])
  expect(mails[0]?.subject).toBe('Few codes to Indonesia are entered')
  expect(mails[0]?.text).toContain(
    'Of 6 codes that Demo Logistics sent to Indonesia, 2 were entered (33 %).',
  )
  expect(await listAlerts()).toMatchObject([
    { kind: 'country', place: 'ID', sent: 6, verified: 2, isBlocked: false },
  ])
  await sendCodes(4, 4)
  await watch()
  expect(await listAlerts()).toEqual([])
  clock.advance(25 * hour)
  await sendCodes(5, 0)
  clock.advance(10 * 60_000)
  await watch()
  expect(mails).toHaveLength(4)
})

it('4.3, conversion: finds the one prefix in a country that is fine otherwise, and names no number whole', async () => {
  await sendCodes(10, 10)
  await sendCodes(5, 0, '+62813990')
  clock.advance(10 * 60_000)
  await watch()
  const [alert, ...others] = await listAlerts()
  expect(others).toEqual([])
  expect(alert).toMatchObject({ kind: 'prefix', place: '+62813990', country: 'ID', sent: 5 })
  for (const { text, subject } of mails) expect(text + subject).not.toMatch(/\+62813990\d/)
  expect(mails[0]?.text).toContain('numbers like +62813990••••')
})

it('is blocked with one click, after which nothing more is sent or told', async () => {
  await sendCodes(5, 0)
  clock.advance(10 * 60_000)
  await watch()
  await app.as('admin').send('PUT', '/settings/otp-policy/blocks/ID')
  expect(await listAlerts()).toMatchObject([{ place: 'ID', isBlocked: true }])
  const task = await otp.createTask({ phone: '+628125550000' })
  expect((await otp.send(task.id)).status).toBe(403)
  clock.advance(25 * hour)
  await watch()
  expect(await listAlerts()).toEqual([])
  expect(mails).toHaveLength(2)
})

it('is not looked for where it is switched off, and of too few codes', async () => {
  await sendCodes(4, 0)
  clock.advance(10 * 60_000)
  await watch()
  expect(await listAlerts()).toEqual([])
  await app.db.execute(
    sql`update organizations set otp_policy = otp_policy || '{"conversionAlert": null}'`,
  )
  await sendCodes(4, 0)
  clock.advance(10 * 60_000)
  await watch()
  expect([await listAlerts(), mails]).toEqual([[], []])
})
