import type { ConversionAlert } from '#contract/otp-policy-contract.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { isBlocked } from './block-service.ts'
import { listAlerts } from './conversion-repo.ts'
import { getStoredPolicy } from './otp-policy-repo.ts'

/** The places of the actor's organisation at which few of the codes were entered, oldest alert first. */
export const listConversionAlerts = async (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Actor,
): Promise<ConversionAlert[]> => {
  const { homeCountry, otpPolicy } = await getStoredPolicy(db, organizationId)
  const policy = resolvePolicy(otpPolicy, homeCountry)
  const alerts = await listAlerts(db, organizationId)
  return alerts.map(({ id, kind, place, country, sent, verified, raisedAt }) => ({
    ...{ id, kind, place, country, sent, verified },
    raisedAt: raisedAt.toISOString(),
    isBlocked: isBlocked(policy, place),
  }))
}
