import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, it } from 'vitest'
import type { OtpPolicySettings } from '#contract/otp-policy-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'

// On PostgreSQL, where parallel sends are parallel. An SMS to Indonesia costs more than one credit.

const noon = Date.UTC(2026, 10, 23, 12)
let clock: ReturnType<typeof createFakeClock>
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let price: number

beforeEach(async () => {
  clock = createFakeClock(noon)
  const { db } = await createPostgresDatabase()
  app = await createTestApp({ db, clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument({ channel: 'sms' })))
  const quote = { channel: 'sms', recipient: '+628120001000' }
  price = Number(
    (await app.as('admin').post<{ credits: string }>('/billing/quote', quote)).body.credits,
  )
})
afterAll(() => app.close())

const allow = (sends: number) =>
  app.db.execute(sql`
    update organizations set otp_policy = otp_policy
      || ${JSON.stringify({ dailySpendCap: Math.ceil(price * sends) })}::jsonb`)

const makeTasks = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      otp.createTask({ phone: `+62812${String(index + 1_000)}0000` }),
    ),
  )

const spentToday = async () =>
  Number((await app.as('admin').get<OtpPolicySettings>('/settings/otp-policy')).body.spentToday)

it('4.3, daily spend cap: is not passed by any number of parallel sends', async () => {
  await allow(3)
  const cap = Math.ceil(price * 3)
  const tasks = await makeTasks(20)
  const answers = await Promise.all(tasks.map(({ id }) => otp.send<ProblemDetails>(id)))
  const refused = answers.filter(({ status }) => status !== 202)
  expect(answers.length - refused.length).toBe(Math.floor(cap / price))
  expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
    new Set(['429 otp-daily-cap']),
  )
  expect(refused[0]?.headers.get('retry-after')).toBe(String(12 * 60 * 60))
  expect(await spentToday()).toBeLessThanOrEqual(cap)
})

it('begins anew at 00:00 UTC', async () => {
  await allow(1)
  const [first, second] = await makeTasks(2)
  expect((await otp.send(first?.id ?? '')).status).toBe(202)
  expect((await otp.send(second?.id ?? '')).status).toBe(429)
  clock.advance(12 * 60 * 60_000)
  expect((await otp.send(second?.id ?? '')).status).toBe(202)
})

it('does not count what came back', async () => {
  await allow(1)
  const rule = { items: [{ recipient: null, outcome: 'undeliverable' }] }
  expect((await app.as('admin').send('PUT', '/sandbox/rules', rule)).status).toBeLessThan(300)
  const [first, second] = await makeTasks(2)
  expect((await otp.send(first?.id ?? '')).status).toBe(202)
  await app.otp.worker.drain()
  expect(await spentToday()).toBe(0)
  expect((await otp.send(second?.id ?? '')).status).toBe(202)
})
