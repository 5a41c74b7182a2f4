import { findComponentLimit } from '#domain/billing/plan.ts'
import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { channels } from '#domain/otp/channel.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getOrganization } from './membership-repo.ts'

interface OrganisationSettings {
  plan: string
  homeCountry: string
  otpPolicy: unknown
}

/** What a flow's problems depend on. Every channel is ready, as the sandbox sends for all of them. */
export const toOrganisationContext = (organisation: OrganisationSettings): OrganisationContext => ({
  readyChannels: channels,
  allowedChannels: resolvePolicy(organisation.otpPolicy, organisation.homeCountry).allowedChannels,
  componentLimit: findComponentLimit(organisation.plan),
})

/** What the problems of the actor's flows depend on. */
export const getOrganisationContext = async (
  { db }: Pick<Context, 'db'>,
  actor: Actor,
): Promise<OrganisationContext> =>
  toOrganisationContext(await getOrganization(db, actor.organizationId))
