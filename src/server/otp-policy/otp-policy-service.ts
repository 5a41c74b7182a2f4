import type { Failure } from '#contract/failure.ts'
import type { OtpPolicySettings } from '#contract/otp-policy-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { describePolicyChange } from '#domain/otp/describe-policy-change.ts'
import { type OtpPolicy, resolvePolicy } from '#domain/otp/otp-policy.ts'
import { startOfDay, untilNextDay } from '#domain/otp/spend-cap.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { type AuditEvent, recordAudit } from '#server/audit/audit-service.ts'
import { sumHeldSince } from '#server/billing/ledger-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import { findCountryObjection } from './list-countries-service.ts'
import { getStoredPolicy, lockStoredPolicy, updatePolicy } from './otp-policy-repo.ts'

/** The policy in force. */
export const getOtpPolicy = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { organizationId }: Actor,
): Promise<OtpPolicySettings> => {
  const now = clock.now()
  const { homeCountry, otpPolicy, revision } = await getStoredPolicy(db, organizationId)
  const spent = await sumHeldSince(db, organizationId, startOfDay(now))
  return {
    policy: resolvePolicy(otpPolicy, homeCountry),
    revision,
    homeCountry,
    // Refunds of earlier days may be more than what was spent today.
    spentToday: formatCredits(spent < 0n ? 0n : spent),
    dayEndsAt: new Date(now + untilNextDay(now)).toISOString(),
  }
}

/** What becomes of a policy, and how the audit trail tells it; a failure leaves all as it is. */
export type Change = (
  policy: OtpPolicy,
  revision: number,
) => Result<{ policy: OtpPolicy; event: AuditEvent }, Failure>

/**
 * Changes the policy of the actor's organisation; changes of one organisation stand in line. What comes
 * to the same is no change: no new revision, nothing in the trail.
 */
export const changePolicy = (
  context: Context,
  actor: Actor,
  change: Change,
): Promise<Result<OtpPolicySettings, Failure>> =>
  inTransaction(context.db, async (tx) => {
    const { organizationId } = actor
    const { homeCountry, otpPolicy, revision } = await lockStoredPolicy(tx, organizationId)
    const before = resolvePolicy(otpPolicy, homeCountry)
    const changed = change(before, revision)
    if (!changed.ok) return changed
    const { policy, event } = changed.value
    const inside = { ...context, db: tx }
    const changes = describePolicyChange(before, policy)
    if (changes.length > 0) {
      await updatePolicy(tx, organizationId, policy)
      await recordAudit(inside, actor, { ...event, detail: { changes } })
    }
    return ok(await getOtpPolicy(inside, actor))
  })

/** The countries of a policy that can not be allowed, each with its place and the reason. */
const findErrors = ({ allowedCountries }: OtpPolicy): NonNullable<Failure['errors']> =>
  allowedCountries.flatMap((country, index) => {
    const message = findCountryObjection(country)
    const path = `body.allowedCountries.${index}`
    return message === undefined ? [] : [{ path, code: 'not-supported', message }]
  })

/** Replaces the policy, unless somebody changed it since the revision that was seen. */
export const replaceOtpPolicy = async (
  context: Context,
  actor: Actor,
  { revision, policy }: { revision: number; policy: OtpPolicy },
): Promise<Result<OtpPolicySettings, Failure>> => {
  const errors = findErrors(policy)
  if (errors.length > 0) {
    const detail = 'Some countries can not be allowed: see errors.'
    return err({ code: 'bad-request', detail, errors })
  }
  return changePolicy(context, actor, (_before, present) => {
    if (present === revision) return ok({ policy, event: { action: 'otp-policy.changed' } })
    const detail = `Somebody changed the OTP policy meanwhile: it is at revision ${present}. Look at it and try again.`
    return err({ code: 'revision-changed', detail })
  })
}
