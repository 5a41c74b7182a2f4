import { describeReconciliation } from './billing/describe-reconciliation.ts'
import { runReconciliationAcrossOrgs } from './billing/run-reconciliation-service.ts'
import type { Context } from './platform/context.ts'
import { createIds } from './platform/create-ids.ts'
import { openDatabase } from './platform/db/open-database.ts'
import { parseEnv } from './platform/env.ts'
import { createPinoLogger } from './platform/pino-logger.ts'
import { systemClock } from './platform/system-clock.ts'
import { createPlatformSenders } from './platform-senders.ts'
import { createReconciliationSources } from './reconciliation-sources.ts'
import { createTopUps } from './top-ups/create-top-ups.ts'

// `npm run reconcile`: does at once, whatever was done by night, what the server does every night: proves
// that the ledger is right, gives holds that a crash left behind back to the outbox, and compares with
// what payment and message providers say. Ends with 1 when something is wrong.

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
  newId: createIds(systemClock),
}
try {
  const senders = createPlatformSenders(env.value, systemClock)
  const sources = createReconciliationSources(context, {
    logger: createPinoLogger(env.value.LOG_LEVEL),
    smsSender: senders.sms,
    payments: createTopUps(env.value, env.value.PUBLIC_URL ?? '').payments,
  })
  const report = await runReconciliationAcrossOrgs(context, sources, null)
  if (report === undefined) throw new Error('a reconciliation by hand was not run')
  process.stdout.write(`${describeReconciliation(report).join('\n')}\n`)
  process.exitCode = report.isRight ? 0 : 1
} finally {
  await close()
}
