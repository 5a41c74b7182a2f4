import { fileURLToPath } from 'node:url'
import { hashPassword } from 'better-auth/crypto'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { type AppDependencies, createApp } from './app.ts'
import { createAuthHandler } from './auth/auth-handler.ts'
import { createAuth } from './auth/create-auth.ts'
import { followMembers } from './auth/follow-members.ts'
import { createSessionActors } from './auth/session-actors.ts'
import { createBackgroundWork } from './background-work.ts'
import { seedRates } from './billing/rate-service.ts'
import { settleStaleHolds } from './billing/reconcile-service.ts'
import { reconcileNightly } from './billing/run-reconciliation-service.ts'
import { seedDemo } from './demo/seed-demo-service.ts'
import { createFlowEvents } from './flows/flow-events-service.ts'
import { sweepTrashRegularly } from './flows/sweep-trash-service.ts'
import { createOtp } from './otp/otp-service.ts'
import type { Context } from './platform/context.ts'
import { isMigrated } from './platform/db/apply-migrations.ts'
import { openDatabase } from './platform/db/open-database.ts'
import { readMigrations } from './platform/db/read-migrations.ts'
import type { Env } from './platform/env.ts'
import { createRouter } from './platform/http/create-router.ts'
import { handleError, handleNotFound } from './platform/http/handle-error.ts'
import { listen } from './platform/http/listen.ts'
import { serveFiles } from './platform/http/serve-files.ts'
import { serveMetrics } from './platform/http/serve-metrics.ts'
import { keepSecretKey } from './platform/keep-secret-key.ts'
import type { Logger } from './platform/logger.ts'
import { createPrometheus } from './platform/prometheus.ts'
import { openSecretBox } from './platform/open-secret-box.ts'
import { systemClock } from './platform/system-clock.ts'
import { uuidV7 } from './platform/uuid-v7.ts'
import {
  createPlatformMailer,
  createPlatformSenders,
  toInstallation,
  toWebhookSecrets,
  toWhatsappPlatform,
} from './platform-senders.ts'
import { createReconciliationSources } from './reconciliation-sources.ts'
import { createBrandedNumbers } from './senders/number-secrets-service.ts'
import { createTopUps } from './top-ups/create-top-ups.ts'

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
    newId: () => uuidV7(clock.now()),
  }
  await prepare(context, env)
  const secretKey = keepSecretKey(env)
  const prometheus = createPrometheus(context)
  const { telemetry } = prometheus
  const secrets = await openSecretBox(env, secretKey)
  const brandedNumbers = { secrets, whatsapp: toWhatsappPlatform(env) }
  const official = createPlatformSenders(env, clock)
  const otp = createOtp(context, {
    secretKey,
    logger,
    telemetry,
    senders: {
      official,
      branded: createBrandedNumbers(context, { ...brandedNumbers, logger }),
    },
    ...createBackgroundWork(context, logger, createPlatformMailer(env, logger)),
  })
  const flowEvents = createFlowEvents({ context, bus, logger })
  const auth = createAuth(context, logger, {
    secretKey,
    address: env.PUBLIC_URL ?? listener.address,
    isOnlyAddress: env.PUBLIC_URL !== undefined,
    // Scenarios sign in as one demo account after the other, from one address.
    signInsPerMinute: env.DEMO ? 300 : 10,
  })
  const actors = createSessionActors(context, auth)
  const onMembersChanged = followMembers(bus, actors)
  const topUps = createTopUps(env, env.PUBLIC_URL ?? listener.address)
  listener.serve(
    createWebApp(serveMetrics(prometheus, env.METRICS_TOKEN), {
      context,
      logger,
      telemetry,
      otp,
      flowEvents,
      topUps,
      brandedNumbers,
      resolveActor: actors.resolveActor,
      handleAuth: createAuthHandler(auth, actors, env.PUBLIC_URL !== undefined),
      hasDemo: env.DEMO,
      onMembersChanged,
      invitations: {
        hashPassword,
        mailer: env.SMTP_URL === undefined ? undefined : createPlatformMailer(env, logger),
        address: env.PUBLIC_URL ?? listener.address,
      },
      webhookSecrets: toWebhookSecrets(env),
      publicUrl: env.PUBLIC_URL,
      platformOperators: env.PLATFORM_OPERATORS ?? [],
      isReady: () => isMigrated(db, readMigrations()),
    }),
  )
  otp.worker.start()
  const stopSweeping = sweepTrashRegularly(context, logger)
  const { payments } = topUps
  const sources = createReconciliationSources(context, {
    logger,
    smsSender: official.sms,
    payments,
  })
  const stopReconciling = reconcileNightly(context, sources)
  return {
    address: listener.address,
    async stop() {
      flowEvents.close()
      await listener.close()
      stopSweeping()
      stopReconciling()
      await otp.worker.stop()
      await close()
    },
  }
}

/** What a database needs before anybody uses it; harmless to repeat. */
const prepare = async (context: Context, env: Env): Promise<void> => {
  await seedRates(context.db)
  if (env.DEMO) await seedDemo(context, hashPassword)
  await settleStaleHolds(context)
}

/** The API and, beside it, what only Node can do: files, and compression of large answers. */
const createWebApp = (metrics: MiddlewareHandler, dependencies: AppDependencies) => {
  const web = createRouter()
  web.get('/metrics', metrics)
  web.use('/api/v1/flows/*', compress())
  web.use('/api/openapi.json', compress())
  web.route('/', createApp(dependencies))
  web.use('*', serveFiles(fileURLToPath(new URL('../../dist', import.meta.url))))
  web.onError(handleError)
  web.notFound(handleNotFound)
  return web.fetch
}
