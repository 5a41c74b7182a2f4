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
import { reconcileNightly } from './billing/run-reconciliation-service.ts'
import { createFlowEvents } from './flows/flow-events-service.ts'
import { sweepTrashRegularly } from './flows/sweep-trash-service.ts'
import { createOtp } from './otp/otp-service.ts'
import type { Bus } from './platform/bus.ts'
import type { Context } from './platform/context.ts'
import { isMigrated } from './platform/db/apply-migrations.ts'
import { readMigrations } from './platform/db/read-migrations.ts'
import type { Env } from './platform/env.ts'
import { createRouter } from './platform/http/create-router.ts'
import { handleError, handleNotFound } from './platform/http/handle-error.ts'
import { serveFiles } from './platform/http/serve-files.ts'
import { serveMetrics } from './platform/http/serve-metrics.ts'
import { keepSecretKey } from './platform/keep-secret-key.ts'
import type { Logger } from './platform/logger.ts'
import { openSecretBox } from './platform/open-secret-box.ts'
import { createPrometheus } from './platform/prometheus.ts'
import type { createPlatformSenders } from './platform-senders.ts'
import { createPlatformMailer, toWebhookSecrets, toWhatsappPlatform } from './platform-senders.ts'
import { createReconciliationSources } from './reconciliation-sources.ts'
import { createBrandedNumbers } from './senders/number-secrets-service.ts'
import { createTopUps } from './top-ups/create-top-ups.ts'

/** What a server is put together from. */
interface Parts {
  env: Env
  logger: Logger
  context: Context
  bus: Bus
  /** Where people find it, for what is sent to them. */
  address: string
  /** The senders of this installation. */
  official: ReturnType<typeof createPlatformSenders>
}

/** A server put together, with nothing running yet. */
export interface AssembledServer {
  fetch(request: Request): Response | Promise<Response>
  /** Begins what goes on beside answering requests. */
  start(): void
  /** Ends the streams that would keep requests open. */
  closeStreams(): void
  /** Ends what goes on beside, once what is under way is done. */
  stop(): Promise<void>
}

const assembleOtp = async ({ env, logger, context, official }: Parts, secretKey: string) => {
  const prometheus = createPrometheus(context)
  const brandedNumbers = {
    secrets: await openSecretBox(env, secretKey),
    whatsapp: toWhatsappPlatform(env),
  }
  const branded = createBrandedNumbers(context, { ...brandedNumbers, logger })
  const otp = createOtp(context, {
    secretKey,
    logger,
    telemetry: prometheus.telemetry,
    senders: { official, branded },
    ...createBackgroundWork(context, logger, {
      mailer: createPlatformMailer(env, logger),
      operators: env.PLATFORM_OPERATORS ?? [],
    }),
  })
  return { otp, brandedNumbers, prometheus }
}

/** Puts the features together with what only Node can do. */
export const assembleServer = async (parts: Parts): Promise<AssembledServer> => {
  const { env, logger, context, bus, address, official } = parts
  const secretKey = keepSecretKey(env)
  const { otp, brandedNumbers, prometheus } = await assembleOtp(parts, secretKey)
  const flowEvents = createFlowEvents({ context, bus, logger })
  const auth = createAuth(context, logger, {
    secretKey,
    address,
    isOnlyAddress: env.PUBLIC_URL !== undefined,
    // Scenarios sign in as one demo account after the other, from one address.
    signInsPerMinute: env.DEMO ? 300 : 10,
  })
  const actors = createSessionActors(context, auth)
  const topUps = createTopUps(env, address)
  const mailer = env.SMTP_URL === undefined ? undefined : createPlatformMailer(env, logger)
  const fetch = createWebApp(serveMetrics(prometheus, env.METRICS_TOKEN), {
    context,
    logger,
    telemetry: prometheus.telemetry,
    otp,
    flowEvents,
    topUps,
    brandedNumbers,
    resolveActor: actors.resolveActor,
    handleAuth: createAuthHandler(auth, actors, env.PUBLIC_URL !== undefined),
    hasDemo: env.DEMO,
    onMembersChanged: followMembers(bus, actors),
    invitations: { hashPassword, mailer, address },
    webhookSecrets: toWebhookSecrets(env),
    publicUrl: env.PUBLIC_URL,
    platformOperators: env.PLATFORM_OPERATORS ?? [],
    isReady: () => isMigrated(context.db, readMigrations()),
  })
  const { payments } = topUps
  const sources = createReconciliationSources(context, {
    logger,
    smsSender: official.sms,
    payments,
  })
  let stops: (() => void)[] = []
  return {
    fetch,
    start() {
      otp.worker.start()
      stops = [sweepTrashRegularly(context, logger), reconcileNightly(context, sources)]
    },
    closeStreams: () => flowEvents.close(),
    async stop() {
      for (const stop of stops) stop()
      await otp.worker.stop()
    },
  }
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
