import { hashPassword } from 'better-auth/crypto'
import { assembleServer } from './assemble-server.ts'
import { seedRates } from './billing/rate-service.ts'
import { settleStaleHolds } from './billing/reconcile-service.ts'
import { seedDemo } from './demo/seed-demo-service.ts'
import type { Context } from './platform/context.ts'
import { createIds } from './platform/create-ids.ts'
import { openDatabase } from './platform/db/open-database.ts'
import type { Env } from './platform/env.ts'
import { listen } from './platform/http/listen.ts'
import type { Logger } from './platform/logger.ts'
import { systemClock } from './platform/system-clock.ts'
import { createPlatformSenders, toInstallation } from './platform-senders.ts'

/** A server that answers. */
export interface RunningServer {
  address: string
  /** Finishes what is in flight, then closes everything. */
  stop(): Promise<void>
}

/** Takes the port, opens the database, and serves the API and the web app. */
export const startServer = async (env: Env, logger: Logger): Promise<RunningServer> => {
  const listener = await listen(env.PORT, env.HOST)
  const { db, bus, close } = await openDatabase(env)
  const clock = systemClock
  const context: Context = {
    db,
    clock,
    installation: toInstallation(env),
    newId: createIds(clock),
  }
  await prepare(context, env)
  const address = env.PUBLIC_URL ?? listener.address
  const official = createPlatformSenders(env, clock)
  const server = await assembleServer({ env, logger, context, bus, address, official })
  listener.serve(server.fetch)
  server.start()
  return {
    address: listener.address,
    async stop() {
      server.closeStreams()
      await listener.close()
      await server.stop()
      await close()
    },
  }
}

/** What a database needs before anybody uses it; harmless to repeat. */
const prepare = async (context: Context, env: Env): Promise<void> => {
  await seedRates(context.db)
  // Whoever tries a branded number out in the demo reaches nobody by it; whoever set senders up wants them.
  const hasSenders = Object.keys(context.installation.official).length > 0
  if (env.DEMO) await seedDemo(context, hashPassword, !hasSenders)
  await settleStaleHolds(context)
}
