import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failDelivered, settleAccepted, settleFailed } from '#server/otp/delivery-repo.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { getBalanceOverview } from './balance-service.ts'
import { listLedger } from './ledger-list-service.ts'
import { holdCredit, topUp } from './ledger-service.ts'
import { reconcile, settleStaleHolds } from './reconcile-service.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let taskId: string
beforeAll(async () => {
  app = await createTestApp()
  const otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
  taskId = (await otp.createTask({ phone: '+628123456789' })).id
})
afterAll(() => app.close())

const organizationId = 'demo-logistics'

/** A challenge row for postings to hang on; only one may be live, so it is failed from the start. */
const insertChallenge = (id: string) =>
  app.db.execute(sql`
    insert into otp_challenges (id, organization_id, task_id, component_id, worker_id, channel,
      recipient, masked_recipient, digits, state, maximum_attempts, cost_micro, created_at,
      expires_at, resend_at)
    values (${id}, ${organizationId}, ${taskId}, 'verification', 'demo-worker', 'sms', '+1', '+1', 6,
      'failed', 5, 1, now(), now(), now())`)

const hold = (challengeId: string, amountMicro: bigint) =>
  app.db.transaction((tx) =>
    holdCredit(tx, {
      id: app.context.newId(),
      organizationId,
      amountMicro,
      challengeId,
      description: 'Test',
      now: app.context.clock.now(),
    }),
  )

const settlement = (challengeId: string) => ({
  challengeId,
  entryId: app.context.newId(),
  // The jobs of these sends were done with long ago.
  jobId: app.context.newId(),
  now: app.context.clock.now(),
})

const steps = {
  hold,
  capture: (id: string) => settleAccepted(app.db, { ...settlement(id), providerMessageId: 'p' }),
  release: (id: string) =>
    settleFailed(app.db, { ...settlement(id), failure: 'undeliverable', providerCode: null }),
  refund: async (id: string) => {
    await app.db.execute(sql`update otp_challenges set state = 'superseded' where id = ${id}`)
    const { jobId: _, ...refund } = settlement(id)
    await failDelivered(app.db, {
      ...refund,
      failure: 'undeliverable',
      providerCode: null,
      isBilled: false,
    })
  },
  topUp: (key: string, amountMicro: bigint) =>
    topUp(app.db, {
      id: app.context.newId(),
      organizationId,
      amountMicro,
      key,
      description: 'Test',
      now: app.context.clock.now(),
    }),
}

const operation = fc.record({
  step: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
  challenge: fc.integer({ min: 0, max: 4 }),
  amount: fc.bigInt({ min: 1n, max: 600_000_000n }),
})

describe('the ledger', () => {
  it('sums to zero and never falls below, whatever happens in any order, replays included', async () => {
    let run = 0
    const property = fc.asyncProperty(
      fc.array(operation, { minLength: 5, maxLength: 25 }),
      async (operations) => {
        run += 1
        for (let challenge = 0; challenge <= 4; challenge += 1) {
          await insertChallenge(`c-${run}-${challenge}`)
        }
        for (const { step, challenge, amount } of operations) {
          await steps[step](`c-${run}-${challenge}`, amount)
        }
        const { available, reserved } = await getBalanceOverview(
          app.context,
          app.as('billing').actor,
        )
        expect(available).not.toMatch(/^-/)
        expect(reserved).not.toMatch(/^-/)
        expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
      },
    )
    await fc.assert(property, { numRuns: 25 })
  })

  it('keeps one entry per key, however often it is booked', async () => {
    await insertChallenge('once')
    for (let time = 0; time < 3; time += 1) await steps.topUp('once', 7_000_000n)
    for (let time = 0; time < 3; time += 1) await hold('once', 3n)
    for (let time = 0; time < 3; time += 1) await steps.capture('once')
    await steps.release('once')
    const rows = await queryRows<{ kind: string }>(
      app.db,
      sql`select kind from ledger_entries where challenge_id = 'once' order by created_at, id`,
    )
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['capture', 'hold'])
  })

  it('refuses a hold above the balance, whose account does not change', async () => {
    const before = await getBalanceOverview(app.context, app.as('billing').actor)
    const refused = await hold('too-much', 10n ** 15n)
    expect(refused).toMatchObject({ ok: false, error: { code: 'otp-insufficient-balance' } })
    expect(await getBalanceOverview(app.context, app.as('billing').actor)).toEqual(before)
  })

  it('is listed newest first, page by page, each entry once', async () => {
    const { actor } = app.as('billing')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listLedger(app.context, actor, { limit: 7, cursor })
      if (!page.ok) throw new Error(page.error.detail)
      seen.push(...page.value.items.map(({ id }) => id))
      cursor = page.value.nextCursor ?? undefined
    } while (cursor !== undefined)
    const rows = await queryRows<{ total: number }>(
      app.db,
      sql`select count(*)::int as total from ledger_entries`,
    )
    expect(new Set(seen).size).toBe(rows[0]?.total)
    expect(seen).toHaveLength(rows[0]?.total ?? 0)
  })

  it('finds a balance that was changed past it', async () => {
    const change = (by: number) =>
      app.db.execute(
        sql`update ledger_balances set balance_micro = balance_micro + ${by} where account = 'available'`,
      )
    await change(5)
    const found = await reconcile(app.context)
    expect(found.sum).toBe(5n)
    expect(found.discrepancies).toMatchObject([{ organizationId, account: 'available' }])
    await change(-5)
  })

  it('gives holds that a crash left back to the outbox, which settles them', async () => {
    await app.otp.worker.drain()
    await settleStaleHolds(app.context)
    await app.otp.worker.drain()
    const settled = await getBalanceOverview(app.context, app.as('billing').actor)
    await insertChallenge('left')
    await hold('left', 4_000_000n)
    expect((await getBalanceOverview(app.context, app.as('billing').actor)).reserved).toBe(
      '4.000000',
    )
    expect(await settleStaleHolds(app.context)).toBe(1)
    expect(await settleStaleHolds(app.context)).toBe(0)
    await app.otp.worker.drain()
    expect(await getBalanceOverview(app.context, app.as('billing').actor)).toEqual(settled)
    expect(settled.reserved).toBe('0.000000')
  })
})
