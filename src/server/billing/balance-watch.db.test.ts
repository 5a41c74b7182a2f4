import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { createOutboxWorker } from '#server/platform/jobs/outbox-worker.ts'
import { silentLogger } from '#server/platform/logger.ts'
import type { Mail } from '#server/platform/mail/mailer.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'
import {
  balanceMailJob,
  createBalanceMail,
  watchBalancesAcrossOrgs,
} from './balance-watch-service.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let mails: Mail[]
beforeEach(async () => {
  const { db } = await createPostgresDatabase()
  app = await createTestApp({ db })
  mails = []
})
afterAll(() => app.close())

const setBalance = (db: Database, credits: number) =>
  db.execute(
    sql`update ledger_balances set balance_micro = ${credits * 1_000_000} where account = 'available'`,
  )

const deliver = async (context: Context) => {
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  const worker = createOutboxWorker(context, {
    handlers: { [balanceMailJob]: createBalanceMail(context, mailer) },
    logger: silentLogger,
  })
  await worker.drain()
}

/** Four processes look at once. */
const watch = async () => {
  await Promise.all([1, 2, 3, 4].map(() => watchBalancesAcrossOrgs(app.context)))
  await deliver(app.context)
}

it('mails those who see to credit once when it becomes low, and once when it is empty', async () => {
  await watch()
  expect(mails).toEqual([])
  await setBalance(app.db, 99)
  await watch()
  await watch()
  const to = ['admin@sandi.test', 'billing@sandi.test', 'owner@sandi.test']
  expect(mails.map((mail) => mail.to).toSorted()).toEqual(to)
  expect(mails[0]).toMatchObject({
    subject: 'OTP credit is low',
    text: expect.stringContaining('Demo Logistics has 99.000000 Available Credits'),
  })
  mails = []
  await setBalance(app.db, 0)
  await watch()
  await watch()
  expect(mails.map(({ subject }) => subject)).toEqual(Array(3).fill('OTP credit is used up'))
})

it('mails again after credit came and went', async () => {
  await setBalance(app.db, 50)
  await watch()
  await setBalance(app.db, 5_000)
  await watch()
  expect(mails).toHaveLength(3)
  await setBalance(app.db, 50)
  await watch()
  expect(mails).toHaveLength(6)
})
