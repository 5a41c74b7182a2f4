import { formatCredits } from '#domain/billing/credits.ts'
import { reconcile, settleStaleHolds } from './billing/reconcile-service.ts'
import type { Context } from './platform/context.ts'
import { openDatabase } from './platform/db/open-database.ts'
import { parseEnv } from './platform/env.ts'
import { createPinoLogger } from './platform/pino-logger.ts'
import { systemClock } from './platform/system-clock.ts'
import { uuidV7 } from './platform/uuid-v7.ts'
import { createTopUps } from './top-ups/create-top-ups.ts'
import { refreshOpenTopUps } from './top-ups/settle-payment-service.ts'

// `npm run reconcile`: proves that the ledger is right, and gives holds that a crash left behind back
// to the outbox, and asks the payment provider about open top-ups. Ends with 1 when something is wrong.

const env = parseEnv(process.env)
if (!env.ok) {
  for (const problem of env.error) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const { db, close } = await openDatabase(env.value)
const context: Context = {
  db,
  clock: systemClock,
  installation: { hasSandbox: false, official: {} },
  newId: () => uuidV7(systemClock.now()),
}
try {
  const given = await settleStaleHolds(context)
  const { payments } = createTopUps(env.value, env.value.PUBLIC_URL ?? '')
  const logger = createPinoLogger(env.value.LOG_LEVEL)
  const asked = payments && (await refreshOpenTopUps(context, logger, payments.provider.lookUp))
  const { sum, discrepancies } = await reconcile(context)
  const lines = [
    `All accounts add up to ${formatCredits(sum)} (must be ${formatCredits(0n)}).`,
    `${discrepancies.length} balances differ from their entries (must be 0).`,
    ...discrepancies.map(
      ({ organizationId, account, balance, entries }) =>
        `- ${organizationId}, ${account}: ${formatCredits(BigInt(balance))} instead of ${formatCredits(BigInt(entries))}`,
    ),
    `${given} holds without a job were given back to the outbox.`,
    `${asked ?? 0} open top-ups were looked up at the payment provider.`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = sum === 0n && discrepancies.length === 0 ? 0 : 1
} finally {
  await close()
}
