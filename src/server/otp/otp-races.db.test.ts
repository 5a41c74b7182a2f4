import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { reconcile } from '#server/billing/reconcile-service.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument, wrongCode } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'

// Races prove nothing on the single connection of PGlite, so these run on real PostgreSQL.

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>

beforeAll(async () => {
  const { db } = await createPostgresDatabase()
  app = await createTestApp({ db, clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
})

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

const countBy = (values: readonly unknown[]) =>
  Object.fromEntries([...Map.groupBy(values, String)].map(([value, { length }]) => [value, length]))

describe('on PostgreSQL', () => {
  it('one of 50 parallel correct verifications succeeds (attack 1)', async () => {
    const phone = '+6281210000001'
    const task = await otp.createTask({ phone })
    const code = await otp.sendAndRead(task.id, phone)
    const answers = await times(50, () => otp.verify(task.id, code))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await otp.newest(task.id)).status).toBe('verified')
  })

  it('of 200 parallel wrong codes at most 5 are compared, then the right one is refused (attack 2)', async () => {
    const phone = '+6281220000002'
    const task = await otp.createTask({ phone })
    const code = await otp.sendAndRead(task.id, phone)
    const answers = await times(200, (index) => otp.verify(task.id, wrongCode(code, index + 1)))
    const codes = countBy(answers.map(({ body }) => body.code))
    expect(codes).toEqual({ 'otp-wrong-code': 5, 'otp-exhausted': 195 })
    const right = await otp.verify(task.id, code)
    expect(right).toMatchObject({ status: 423, body: { code: 'otp-exhausted' } })
    const [row] = await queryRows<{ attempts: number }>(
      app.db,
      sql`select attempts from otp_challenges where task_id = ${task.id}`,
    )
    expect(row?.attempts).toBe(5)
  })

  it('of 100 parallel sends with credit for 3 exactly 3 are sent, and the balance stays at 0', async () => {
    await app.db.execute(
      sql`update ledger_balances set balance_micro = 6000000 where account = 'available'`,
    )
    const tasks = await times(100, (index) =>
      otp.createTask({ phone: `+62813${1000 + index}0000` }),
    )
    const answers = await times(100, (index) => otp.send<ProblemDetails>(tasks[index]?.id ?? ''))
    expect(countBy(answers.map(({ status }) => status))).toEqual({ 202: 3, 402: 97 })
    await app.otp.worker.drain()
    const { body } = await app.as('billing').get<Balance>('/billing/balance')
    expect(body).toMatchObject({ available: '0.000000', reserved: '0.000000' })
    const [row] = await queryRows<{ messages: number }>(
      app.db,
      sql`select count(*)::int as messages from sandbox_messages where recipient like '+62813%'`,
    )
    expect(row?.messages).toBe(3)
    // The balance was set past the ledger above; that is what this finds, and nothing else.
    expect((await reconcile(app.context)).discrepancies).toHaveLength(1)
    await app.db.execute(
      sql`update ledger_balances set balance_micro = 990000000 where account = 'available'`,
    )
    expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
  })

  it('parallel sends for one step make one challenge, the others have to wait', async () => {
    const task = await otp.createTask({ phone: '+6281230000003' })
    const answers = await times(20, () => otp.send<ProblemDetails>(task.id))
    expect(countBy(answers.map(({ status }) => status))).toEqual({ 202: 1, 429: 19 })
  })

  it('parallel sends to one block of numbers do not get past its limit', async () => {
    const tasks = await times(40, (index) => otp.createTask({ phone: `+628145555${1000 + index}` }))
    const answers = await times(40, (index) => otp.send<ProblemDetails>(tasks[index]?.id ?? ''))
    expect(countBy(answers.map(({ status }) => status))).toEqual({ 202: 30, 429: 10 })
  })

  it('parallel requests under one Idempotency-Key send once and all get the same answer', async () => {
    const task = await otp.createTask({ phone: '+6281240000004' })
    const answers = await times(20, () => otp.send(task.id, {}, { 'idempotency-key': 'once' }))
    expect(new Set(answers.map(({ body }) => body.challengeId)).size).toBe(1)
    expect(countBy(answers.map(({ status }) => status))).toEqual({ 202: 20 })
  })

  it('several workers on one outbox send each code once', async () => {
    const tasks = await times(20, (index) => otp.createTask({ phone: `+62815${1000 + index}0000` }))
    await times(20, (index) => otp.send(tasks[index]?.id ?? ''))
    const { createOtp } = await import('./otp-service.ts')
    const { silentLogger } = await import('#server/platform/logger.ts')
    const others = ['a', 'b', 'c'].map(() =>
      createOtp(app.context, { secretKey: 'a key for tests only', logger: silentLogger }),
    )
    await Promise.all([app.otp, ...others].map(({ worker }) => worker.drain()))
    const [row] = await queryRows<{ sent: number; captures: number; jobs: number }>(
      app.db,
      sql`select
        (select count(*)::int from sandbox_messages where recipient like '+62815%') as sent,
        (select count(*)::int from ledger_entries e join otp_challenges c on c.id = e.challenge_id
          where c.recipient like '+62815%' and e.kind = 'capture') as captures,
        (select count(*)::int from outbox) as jobs`,
    )
    expect(row).toEqual({ sent: 20, captures: 20, jobs: 0 })
    expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
  })
})
