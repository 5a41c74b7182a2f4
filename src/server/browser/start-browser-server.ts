import { get, set } from 'idb-keyval'
import { createApp } from '../app.ts'
import { createBackgroundWork } from '../background-work.ts'
import { seedRates } from '../billing/rate-service.ts'
import { settleStaleHolds } from '../billing/reconcile-service.ts'
import { seedDemo } from '../demo/seed-demo-service.ts'
import { createFlowEvents } from '../flows/flow-events-service.ts'
import { createOtp } from '../otp/otp-service.ts'
import { createLocalBus } from '../platform/bus.ts'
import type { Context } from '../platform/context.ts'
import { createIds } from '../platform/create-ids.ts'
import { applyMigrations, isMigrated } from '../platform/db/apply-migrations.ts'
import { openInBrowser } from '../platform/db/open-in-browser.ts'
import { silentLogger } from '../platform/logger.ts'
import { createLogMailer } from '../platform/mail/log-mailer.ts'
import { createSecretBox, deriveSecretKey } from '../platform/secret-box.ts'
import { systemClock } from '../platform/system-clock.ts'
import { sandboxPayments } from '../top-ups/sandbox-payments.ts'
import { createBrowserActors, handleBrowserAuth } from './browser-actors.ts'
import { browserMigrations } from './browser-migrations.ts'

/** Tells how far the start is, from 0 to 1, and what it does at the moment. */
export type OnProgress = (fraction: number, doing: string) => void

/** The server of this browser; what it has answered to a change outlives a reload. */
export interface BrowserServer {
  fetch(request: Request): Promise<Response>
}

const keepSecretKey = async (): Promise<string> => {
  const key = 'sandi:mock-secret'
  const kept = await get<string>(key)
  if (kept !== undefined) return kept
  const made = crypto.randomUUID() + crypto.randomUUID()
  await set(key, made)
  return made
}

/**
 * Starts the very server that Node runs, on a PostgreSQL in this browser's IndexedDB, with the demo
 * workspace. What is saved is there again after a reload.
 */
export const startBrowserServer = async (onProgress: OnProgress): Promise<BrowserServer> => {
  onProgress(0.1, 'Starting the database')
  const { db, persist } = await openInBrowser('sandi')
  onProgress(0.6, 'Preparing the tables')
  await applyMigrations(db, browserMigrations)
  const context: Context = {
    db,
    clock: systemClock,
    installation: { hasSandbox: true, official: {} },
    newId: createIds(systemClock),
  }
  onProgress(0.8, 'Filling the demo workspace')
  await seedRates(db)
  // Nobody signs in by this hash: choosing an account is signing in.
  await seedDemo(context, async () => 'not-a-hash', true)
  await settleStaleHolds(context)
  const secretKey = await keepSecretKey()
  const brandedNumbers = {
    secrets: createSecretBox([await deriveSecretKey(secretKey)]),
    whatsapp: {
      baseUrl: 'https://graph.facebook.com',
      version: 'v24.0',
      templatePrefix: 'sandi_code',
    },
  }
  const otp = createOtp(context, {
    secretKey,
    logger: silentLogger,
    ...createBackgroundWork(context, silentLogger, {
      mailer: createLogMailer(silentLogger),
      operators: [],
    }),
  })
  otp.worker.start()
  onProgress(1, 'Ready')
  const app = createApp({
    context,
    logger: silentLogger,
    resolveActor: createBrowserActors(context),
    handleAuth: handleBrowserAuth,
    otp,
    flowEvents: createFlowEvents({
      context,
      bus: createLocalBus(),
      logger: silentLogger,
    }),
    topUps: { payments: { provider: sandboxPayments }, printInvoice: undefined },
    brandedNumbers,
    hasDemo: true,
    publicUrl: undefined,
    isReady: () => isMigrated(db, browserMigrations),
  })
  return {
    async fetch(request) {
      const response = await app.fetch(request)
      if (request.method !== 'GET') await persist()
      return response
    },
  }
}
