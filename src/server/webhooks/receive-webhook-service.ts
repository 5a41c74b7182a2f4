import type { ProviderWebhook } from '#server/otp/message-report-service.ts'
import type { Context } from '#server/platform/context.ts'
import { insertWebhookAcrossOrgs } from './webhook-repo.ts'

/** Keeps what a provider sent, and no more: it is waiting for our answer. */
export const receiveWebhook = (
  { db, clock, newId }: Context,
  webhook: ProviderWebhook,
): Promise<void> =>
  insertWebhookAcrossOrgs(db, { ...webhook, id: newId(), receivedAt: new Date(clock.now()) })
