import type { Role } from '#contract/session-contract.ts'
import type { Channel } from '#domain/otp/channel.ts'
import type { Clock } from '#domain/shared/clock.ts'
import { type AppDependencies, createApp } from '#server/app.ts'
import { seedRates } from '#server/billing/rate-service.ts'
import { demoAccounts } from '#server/demo/demo-accounts.ts'
import { seedDemo, toDemoActor } from '#server/demo/seed-demo-service.ts'
import { createFlowEvents } from '#server/flows/flow-events-service.ts'
import { createOtp } from '#server/otp/otp-service.ts'
import type { OtpSender } from '#server/otp/senders/otp-sender.ts'
import type { Actor } from '#server/platform/actor.ts'
import { type Bus, createLocalBus } from '#server/platform/bus.ts'
import type { Context } from '#server/platform/context.ts'
import { createIds } from '#server/platform/create-ids.ts'
import type { Database } from '#server/platform/db/database.ts'
import { type Logger, silentLogger } from '#server/platform/logger.ts'
import { createSecretBox, type SecretBox } from '#server/platform/secret-box.ts'
import { createBrandedNumbers } from '#server/senders/number-secrets-service.ts'
import { sandboxPayments } from '#server/top-ups/sandbox-payments.ts'
import {
  createProcessWebhooks,
  createRetryWebhook,
  webhookJob,
} from '#server/webhooks/process-webhooks-service.ts'
import type { WebhookSecrets } from '#server/webhooks/webhook-secrets.ts'
import { createFakeClock } from './fake-clock.ts'
import { createTestDatabase } from './test-database.ts'

/** An answer of the app, read. */
export interface Answer<Body> {
  status: number
  body: Body
  headers: Headers
}

/** Sends requests as one person: `as('admin').post('/flows', { name: 'Pickup' })`. */
export interface TestClient {
  actor: Actor
  request(path: string, init?: RequestInit): Promise<Response>
  get<Body = unknown>(path: string): Promise<Answer<Body>>
  post<Body = unknown>(path: string, body?: unknown): Promise<Answer<Body>>
  send<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>
}

const actorHeader = 'x-test-actor'

/** What branded numbers need; Meta is not to be reached. */
export const brandedNumbers = {
  secrets: createSecretBox([{ id: 'test', bytes: new Uint8Array(32).fill(7) }]),
  whatsapp: { baseUrl: 'http://127.0.0.1:9', version: 'v24.0', templatePrefix: 'sandi_code' },
}

export interface TestAppOptions {
  db?: Database
  clock?: Clock
  bus?: Bus
  logger?: Logger
  /** Senders that are not the sandbox. */
  senders?: Partial<Record<Channel, OtpSender>>
  /** Whether codes may go to the sandbox inbox; they may, unless said otherwise. */
  hasSandbox?: boolean
  /** Where WhatsApp's Cloud API is, for branded numbers. */
  whatsappUrl?: string
  /** What encrypts the secrets of branded numbers; null for nothing. */
  secrets?: SecretBox | null
  webhookSecrets?: WebhookSecrets
  topUps?: Partial<AppDependencies['topUps']>
  invitations?: AppDependencies['invitations']
  onMembersChanged?: () => void
}

/**
 * The whole app on a fresh database (or the one given) with the demo workspace in it. Nobody has to
 * sign in: `as('planner')` asks as the demo planner, `as(actor)` as anybody.
 */
export const createTestApp = async (given: TestAppOptions = {}) => {
  const database = given.db === undefined ? await createTestDatabase() : undefined
  const clock = given.clock ?? createFakeClock()
  const db = given.db ?? database?.db
  if (db === undefined) throw new Error('no database')
  const { logger = silentLogger, senders = {}, webhookSecrets = {}, whatsappUrl } = given
  const context: Context = {
    db,
    clock,
    installation: {
      hasSandbox: given.hasSandbox ?? true,
      official: Object.fromEntries(Object.keys(senders).map((channel) => [channel, 'official'])),
    },
    newId: createIds(clock),
  }
  await seedRates(db)
  await seedDemo(context, async () => 'nobody signs in by password here', false)
  const branded = {
    secrets: given.secrets === undefined ? brandedNumbers.secrets : (given.secrets ?? undefined),
    whatsapp: { ...brandedNumbers.whatsapp, ...(whatsappUrl && { baseUrl: whatsappUrl }) },
  }
  const processWebhooks = createProcessWebhooks(context, logger)
  const otp = createOtp(context, {
    secretKey: 'a key for tests only',
    logger,
    senders: {
      official: senders,
      branded: createBrandedNumbers(context, { ...branded, logger }),
    },
    handlers: { [webhookJob]: createRetryWebhook(context, logger) },
  })
  const flowEvents = createFlowEvents({ context, bus: given.bus ?? createLocalBus(), logger })
  const app = createApp({
    context,
    logger,
    otp,
    flowEvents,
    webhookSecrets,
    topUps: { payments: { provider: sandboxPayments }, printInvoice: undefined, ...given.topUps },
    brandedNumbers: branded,
    resolveActor: async (request) => {
      const actor = request.headers.get(actorHeader)
      return actor === null ? undefined : (JSON.parse(actor) as Actor)
    },
    ...(given.invitations && { invitations: given.invitations }),
    ...(given.onMembersChanged && { onMembersChanged: given.onMembersChanged }),
    hasDemo: true,
    publicUrl: undefined,
    isReady: async () => true,
  })
  const fetch = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(/^\/(api|webhooks)\//.test(path) ? path : `/api/v1${path}`, init)
  return {
    app,
    context,
    db,
    /** Sends codes: `await app.otp.worker.drain()` sends all that are due. */
    otp,
    flowEvents,
    /** Works off what providers sent, as the running worker does each second. */
    processWebhooks,
    /** A request from nobody. */
    request: fetch,
    as: (who: Role | Actor) => createTestClient(fetch, findActor(who)),
    close: async () => {
      flowEvents.close()
      await database?.close()
    },
  }
}

const findActor = (who: Role | Actor): Actor => {
  if (typeof who !== 'string') return who
  const account = demoAccounts.find(({ role }) => role === who)
  if (account === undefined) throw new Error(`no demo account is ${who}`)
  return toDemoActor(account)
}

const createTestClient = (
  fetch: (path: string, init?: RequestInit) => Promise<Response>,
  actor: Actor,
): TestClient => {
  const request: TestClient['request'] = (path, init) => {
    const headers = new Headers(init?.headers)
    headers.set(actorHeader, JSON.stringify(actor))
    return fetch(path, { ...init, headers })
  }
  const send: TestClient['send'] = async <Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await request(path, {
      method,
      ...(body === undefined
        ? { headers }
        : {
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(body),
          }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as Body,
      headers: response.headers,
    }
  }
  return {
    actor,
    request,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
  }
}
