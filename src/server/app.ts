import { createApiKeyRoutes } from './api-keys/api-key-routes.ts'
import { withApiKeys } from './api-keys/key-actors-service.ts'
import { createAuditRoutes } from './audit/audit-routes.ts'
import { createAuthRoutes } from './auth/auth-routes.ts'
import { createBillingRoutes } from './billing/billing-routes.ts'
import { createRateRoutes } from './billing/rate-routes.ts'
import { createReconciliationRoutes } from './billing/reconciliation-routes.ts'
import { createUsageRoutes } from './billing/usage-routes.ts'
import { demoOperators } from './demo/demo-accounts.ts'
import { createDemoRoutes } from './demo/demo-routes.ts'
import { createFlowEventRoutes } from './flows/flow-event-routes.ts'
import type { FlowEventsHub } from './flows/flow-events-service.ts'
import { createFlowRoutes } from './flows/flow-routes.ts'
import { createFlowTrashRoutes } from './flows/flow-trash-routes.ts'
import { createFlowVersionRoutes } from './flows/flow-version-routes.ts'
import { createInterchangeRoutes } from './flows/interchange-routes.ts'
import { createTemplateRoutes } from './flows/templates/template-routes.ts'
import type { InvitationDependencies } from './members/invitation-dependencies.ts'
import { createMemberRoutes } from './members/member-routes.ts'
import { createDeadLetterRoutes } from './operator/dead-letter-routes.ts'
import { createOtpRoutes } from './otp/otp-routes.ts'
import type { Otp } from './otp/otp-service.ts'
import { createOtpPolicyRoutes } from './otp-policy/otp-policy-routes.ts'
import type { ResolveActor } from './platform/actor.ts'
import type { Context } from './platform/context.ts'
import { createRouter } from './platform/http/create-router.ts'
import { describeApi } from './platform/http/describe-api.ts'
import {
  identify,
  limitBody,
  logRequests,
  refuseOtherOrigins,
  setSecurityHeaders,
} from './platform/http/guard-requests.ts'
import { handleError, handleNotFound } from './platform/http/handle-error.ts'
import { toProblemResponse } from './platform/http/problem-response.ts'
import { findSocketAddress } from './platform/http/socket-address.ts'
import type { Logger } from './platform/logger.ts'
import { noTelemetry, type Telemetry } from './platform/telemetry.ts'
import { createSandboxRoutes } from './sandbox/sandbox-routes.ts'
import { createNumberRoutes } from './senders/number-routes.ts'
import { createFindAppSecret } from './senders/number-secrets-service.ts'
import type { NumberDependencies } from './senders/sender-dependencies.ts'
import { createSenderRoutes } from './senders/sender-routes.ts'
import { createFileRoutes } from './tasks/file-routes.ts'
import { createTaskRoutes } from './tasks/task-routes.ts'
import { createPaymentWebhook } from './top-ups/payment-webhook.ts'
import type { TopUpDependencies } from './top-ups/top-up-dependencies.ts'
import { createTopUpRoutes } from './top-ups/top-up-routes.ts'
import { createWebhookRoutes } from './webhooks/webhook-routes.ts'
import type { WebhookSecrets } from './webhooks/webhook-secrets.ts'

/** What the app needs of its home: Node, a browser's worker, or a test. */
export interface AppDependencies {
  context: Context
  logger: Logger
  resolveActor: ResolveActor
  /** Signs in and out, under /api/auth. A home that switches actors in another way has none. */
  handleAuth?: (request: Request, socketAddress: string | undefined) => Promise<Response>
  otp: Otp
  flowEvents: FlowEventsHub
  topUps: Omit<TopUpDependencies, 'logger'>
  brandedNumbers: Omit<NumberDependencies, 'logger'>
  hasDemo: boolean
  /** Of the providers that may report what became of messages; none where there are none. */
  webhookSecrets?: WebhookSecrets
  /** Nothing where nobody can be invited. */
  invitations?: InvitationDependencies
  /** Roles or memberships have changed: who is known by a session is to be looked up anew. */
  onMembersChanged?: () => void
  telemetry?: Telemetry
  publicUrl: string | undefined
  /** The email addresses of who runs the installation; in the demo its owner does, too. */
  platformOperators?: readonly string[]
  /** Whether the database answers and is up to date. */
  isReady: () => Promise<boolean>
}

const createApi = (dependencies: AppDependencies) => {
  const { context, logger, otp, flowEvents, topUps, resolveActor, hasDemo } = dependencies
  const { platformOperators = [], invitations, onMembersChanged = () => {} } = dependencies
  const operators = hasDemo ? [...platformOperators, ...demoOperators] : platformOperators
  const { findSender } = otp
  const senders = { ...dependencies.brandedNumbers, findSender, logger, operators }
  return createRouter()
    .route('/', createDemoRoutes(hasDemo))
    .route('/', createAuthRoutes(context, operators))
    .route('/', createFlowTrashRoutes(context))
    .route('/', createFlowEventRoutes(flowEvents, resolveActor))
    .route('/', createFlowRoutes(context))
    .route('/', createFlowVersionRoutes(context))
    .route('/', createTemplateRoutes(context))
    .route('/', createInterchangeRoutes(context))
    .route('/', createTaskRoutes(context))
    .route('/', createFileRoutes(context))
    .route('/', createOtpRoutes(context, otp))
    .route('/', createOtpPolicyRoutes(context))
    .route('/', createBillingRoutes(context))
    .route('/', createRateRoutes(context, operators))
    .route('/', createReconciliationRoutes(context, operators))
    .route('/', createUsageRoutes(context))
    .route('/', createTopUpRoutes(context, { ...topUps, logger }))
    .route('/', createApiKeyRoutes(context))
    .route('/', createAuditRoutes(context))
    .route('/', createMemberRoutes(context, { invitations, onChange: onMembersChanged }))
    .route('/', createSandboxRoutes(context))
    .route('/', createSenderRoutes(context, senders))
    .route('/', createNumberRoutes(context, senders))
    .route('/', createDeadLetterRoutes(context, operators))
}

/** The whole API. It knows neither files nor ports, so that it runs in a browser, too. */
export const createApp = (dependencies: AppDependencies) => {
  const { context, logger, topUps, handleAuth, publicUrl, isReady } = dependencies
  const { telemetry = noTelemetry } = dependencies
  const resolveActor = withApiKeys(context, dependencies.resolveActor)
  const app = createRouter()
  app.onError(handleError)
  app.notFound(handleNotFound)
  app.use('*', ...logRequests(logger, telemetry), setSecurityHeaders)
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) =>
    (await isReady().catch(() => false))
      ? c.json({ status: 'ready' })
      : toProblemResponse({ code: 'not-ready', detail: 'The database does not answer.' }),
  )
  // Before all that is about browsers: providers are none.
  const findAppSecret = createFindAppSecret(context, { ...dependencies.brandedNumbers, logger })
  app.route(
    '/webhooks',
    createWebhookRoutes(context, dependencies.webhookSecrets ?? {}, findAppSecret),
  )
  app.route('/webhooks', createPaymentWebhook(context, { ...topUps, logger }))
  app.use('/api/*', limitBody, refuseOtherOrigins(publicUrl))
  if (handleAuth !== undefined) {
    app.on(['GET', 'POST'], '/api/auth/*', (c) => handleAuth(c.req.raw, findSocketAddress(c.env)))
  }
  app.use('/api/v1/*', identify(resolveActor))
  const whole = app.route('/api/v1', createApi({ ...dependencies, resolveActor }))
  describeApi(whole)
  return whole
}

export type App = ReturnType<typeof createApp>
