import { findComponentLimit } from '#domain/billing/plan.ts'
import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { listReadyChannels, type SenderSettings } from '#domain/otp/sender-route.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getSenderSettings } from '#server/senders/sender-settings-service.ts'
import { getOrganization } from './membership-repo.ts'

interface OrganisationSettings {
  plan: string
  homeCountry: string
  otpPolicy: unknown
}

/** What a flow's problems depend on. */
export const toOrganisationContext = (
  { installation }: Pick<Context, 'installation'>,
  organisation: OrganisationSettings,
  senders: SenderSettings,
): OrganisationContext => ({
  readyChannels: listReadyChannels(installation, senders),
  allowedChannels: resolvePolicy(organisation.otpPolicy, organisation.homeCountry).allowedChannels,
  componentLimit: findComponentLimit(organisation.plan),
})

/** What the problems of the actor's flows depend on. */
export const getOrganisationContext = async (
  context: Pick<Context, 'db' | 'installation'>,
  actor: Actor,
): Promise<OrganisationContext> =>
  toOrganisationContext(
    context,
    await getOrganization(context.db, actor.organizationId),
    await getSenderSettings(context, actor),
  )

/** What the actor's organisation is called. */
export const getOrganizationName = async (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Actor,
): Promise<string> => (await getOrganization(db, organizationId)).name
