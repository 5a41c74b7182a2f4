import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { failDelivered, settleAccepted, settleFailed } from '#server/otp/delivery-repo.ts'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'
import { refundUnbilled } from './compare-prices-repo.ts'
import { holdCredit, topUp } from './ledger-service.ts'
import { reconcile } from './reconcile-service.ts'

// Races prove nothing on the single connection of PGlite, so this runs on real PostgreSQL.

const clients = 16
const operationCount = 10_000
const challengeCount = 1_500
/** The operations come from it; in which order they meet is the database's affair. */
const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 2 ** 31)

const organisations = ['demo-logistics', 'second', 'third']
const ofChallenge = (challenge: number) => organisations[challenge % organisations.length] ?? ''

let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  const { db } = await createPostgresDatabase()
  app = await createTestApp({ db })
  const otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
  const { id: taskId } = await otp.createTask({ phone: '+628123456789' })
  await db.execute(sql`
    insert into organizations (id, name, slug, home_country, created_at)
    values ('second', 'Second', 'second', 'ID', now()), ('third', 'Third', 'third', 'ID', now())`)
  await db.execute(sql`
    insert into otp_challenges (id, organization_id, task_id, component_id, worker_id, channel,
      recipient, masked_recipient, digits, state, maximum_attempts, cost_micro, created_at,
      expires_at, resend_at)
    select 'c-' || n, (array['demo-logistics', 'second', 'third'])[n % 3 + 1], ${taskId}, 'step' || n,
      'demo-worker', 'sms', '+1', '+1', 6, 'created', 5, 1, now(), now(), now()
    from generate_series(0, ${challengeCount - 1}) n`)
  for (const organizationId of organisations) {
    await topUp(db, aTopUp({ organizationId, key: 'start', amountMicro: 10n ** 9n }))
  }
})

const aTopUp = (entry: { organizationId: string; key: string; amountMicro: bigint }) => ({
  ...{ ...entry, id: app.context.newId(), description: 'Test', now: app.context.clock.now() },
})

const settlement = (challengeId: string) => ({
  ...{ challengeId, entryId: app.context.newId(), now: app.context.clock.now() },
})

interface Operation {
  kind: keyof typeof operations | 'abort' | 'replay'
  challenge: number
  amountMicro: bigint
}

/** The price of a code is one, however often it is asked for. */
const priceOf = (challenge: number) => BigInt(challenge + 1) * 10_007n

const operations = {
  send: (db: Database, { challenge }: Operation) =>
    db.transaction((tx) =>
      holdCredit(tx, {
        ...{ id: app.context.newId(), organizationId: ofChallenge(challenge) },
        ...{ challengeId: `c-${challenge}`, amountMicro: priceOf(challenge) },
        ...{ description: 'Test', now: app.context.clock.now() },
      }),
    ),
  capture: (db: Database, { challenge }: Operation) =>
    settleAccepted(db, {
      ...settlement(`c-${challenge}`),
      ...{ jobId: 'none', providerMessageId: `p-${challenge}` },
    }),
  release: (db: Database, { challenge }: Operation) =>
    settleFailed(db, {
      ...settlement(`c-${challenge}`),
      ...{ jobId: 'none', failure: 'undeliverable', providerCode: null },
    }),
  undeliverable: (db: Database, { challenge }: Operation) =>
    failDelivered(db, {
      ...settlement(`c-${challenge}`),
      ...{ failure: 'undeliverable', providerCode: null, isBilled: false },
    }),
  unbilled: (db: Database, { challenge }: Operation) =>
    refundUnbilled(db, {
      ...settlement(`c-${challenge}`),
      organizationId: ofChallenge(challenge),
    }),
  topUp: (db: Database, { challenge, amountMicro }: Operation) =>
    topUp(
      db,
      aTopUp({ organizationId: ofChallenge(challenge), key: `t-${challenge}`, amountMicro }),
    ),
}

class Aborted extends Error {}

/** Does something, and takes it back before the end. */
const abort = async (operation: Operation) => {
  const { challenge, amountMicro } = operation
  const organizationId = ofChallenge(challenge)
  const aborted = app.db.transaction(async (tx) => {
    if (challenge % 2 === 0) await operations.capture(tx, operation)
    else {
      await topUp(tx, aTopUp({ organizationId, key: `aborted-${challenge}`, amountMicro }))
      await operations.send(tx, operation)
    }
    throw new Aborted()
  })
  await expect(aborted).rejects.toThrow(Aborted)
}

const work = async (own: readonly Operation[]): Promise<void> => {
  let last: Operation | undefined
  for (const operation of own) {
    const { kind } = operation
    if (kind === 'abort') await abort(operation)
    else if (kind !== 'replay') {
      last = operation
      await operations[kind](app.db, operation)
    } else if (last !== undefined && last.kind in operations) {
      await operations[last.kind as keyof typeof operations](app.db, last)
    }
  }
}

const anOperation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('send' as const) },
    { weight: 4, arbitrary: fc.constant('capture' as const) },
    ...(['release', 'undeliverable', 'unbilled', 'topUp', 'replay', 'abort'] as const).map(
      (kind) => ({ weight: 2, arbitrary: fc.constant(kind) }),
    ),
  ),
  challenge: fc.nat(challengeCount - 1),
  amountMicro: fc.bigInt({ min: 1n, max: 5_000_000n }),
})

/** Postings that can't be: of a code that was never held, of another amount, or one without the other. */
const listImpossible = () =>
  queryRows(
    app.db,
    sql`
      select challenge_id from ledger_entries where challenge_id is not null
      group by challenge_id
      having count(*) filter (where kind = 'hold') <> 1
        or count(*) filter (where kind in ('capture', 'release')) > 1
        or count(*) filter (where kind = 'refund') > count(*) filter (where kind = 'capture')
        or count(distinct amount_micro) > 1 or count(distinct organization_id) > 1`,
  )

describe('the ledger on PostgreSQL', () => {
  it(`is right after ${operationCount} random operations by ${clients} clients (LEDGER_SEED=${seed})`, async () => {
    const all = fc.sample(anOperation, { numRuns: operationCount, seed })
    const began = Date.now()
    const share = operationCount / clients
    await Promise.all(
      Array.from({ length: clients }, (_, client) =>
        work(all.slice(client * share, (client + 1) * share)),
      ),
    )
    expect(Date.now() - began).toBeLessThan(90_000)
    expect(await reconcile(app.context)).toEqual({ sum: 0n, discrepancies: [] })
    expect(await listImpossible()).toEqual([])
    const kinds = await queryRows<{ kind: string; count: number }>(
      app.db,
      sql`select kind, count(*)::int as count from ledger_entries group by kind order by kind`,
    )
    // All kinds took part, and what was taken back left nothing.
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...['capture', 'hold', 'refund', 'release', 'top-up'],
    ])
    for (const { count } of kinds) expect(count).toBeGreaterThan(100)
    const aborted = await queryRows(
      app.db,
      sql`select id from ledger_entries where idempotency_key like 'top-up:aborted-%'`,
    )
    expect(aborted).toEqual([])
    const balances = await queryRows<{ micro: string }>(
      app.db,
      sql`select balance_micro::text as micro from ledger_balances`,
    )
    expect(balances).toHaveLength(2 * organisations.length)
    expect(balances.every(({ micro }) => BigInt(micro) >= 0n)).toBe(true)
  }, 120_000)
})
