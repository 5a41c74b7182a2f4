import { findComponentLimit } from '#domain/billing/plan.ts'
import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getOrganization } from './membership-repo.ts'

interface OrganisationSettings {
  plan: string
  homeCountry: string
  otpPolicy: unknown
}

/** What a flow's problems depend on. */
export const toOrganisationContext = (
  { readyChannels }: Pick<Context, 'readyChannels'>,
  organisation: OrganisationSettings,
): OrganisationContext => ({
  readyChannels,
  allowedChannels: resolvePolicy(organisation.otpPolicy, organisation.homeCountry).allowedChannels,
  componentLimit: findComponentLimit(organisation.plan),
})

/** What the problems of the actor's flows depend on. */
export const getOrganisationContext = async (
  context: Pick<Context, 'db' | 'readyChannels'>,
  actor: Actor,
): Promise<OrganisationContext> =>
  toOrganisationContext(context, await getOrganization(context.db, actor.organizationId))

/** What the actor's organisation is called. */
export const getOrganizationName = async (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Actor,
): Promise<string> => (await getOrganization(db, organizationId)).name
