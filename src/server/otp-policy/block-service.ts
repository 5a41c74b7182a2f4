import type { Failure } from '#contract/failure.ts'
import type { OtpPolicySettings } from '#contract/otp-policy-contract.ts'
import { maskBlock } from '#domain/otp/number-block.ts'
import { mostBlockedPrefixes, type OtpPolicy } from '#domain/otp/otp-policy.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { findCountryObjection } from './list-countries-service.ts'
import { changePolicy } from './otp-policy-service.ts'

const isPrefix = (place: string) => place.startsWith('+')

const without = (places: readonly string[], place: string) => places.filter((one) => one !== place)

/** A country is blocked by not being allowed, numbers by how they begin. */
const block = (policy: OtpPolicy, place: string): OtpPolicy =>
  isPrefix(place)
    ? { ...policy, blockedPrefixes: [...without(policy.blockedPrefixes, place), place] }
    : { ...policy, allowedCountries: without(policy.allowedCountries, place) }

const unblock = (policy: OtpPolicy, place: string): OtpPolicy =>
  isPrefix(place)
    ? { ...policy, blockedPrefixes: without(policy.blockedPrefixes, place) }
    : { ...policy, allowedCountries: [...without(policy.allowedCountries, place), place] }

/** As people see it: of numbers, the last digits are open anyway. */
const nameOf = (place: string) => (isPrefix(place) ? maskBlock(place) : place)

/** Lets no more codes go to a country, or to numbers that begin so. Harmless to repeat. */
export const blockPlace = (
  context: Context,
  actor: Actor,
  place: string,
): Promise<Result<OtpPolicySettings, Failure>> =>
  changePolicy(context, actor, (before) => {
    const policy = block(before, place)
    if (policy.blockedPrefixes.length > mostBlockedPrefixes) {
      const detail = `At most ${mostBlockedPrefixes} prefixes can be blocked: block the country.`
      return err({ code: 'bad-request', detail })
    }
    return ok({ policy, event: { action: 'otp-policy.blocked', subject: nameOf(place) } })
  })

/** Lets codes go there again. Harmless to repeat. */
export const unblockPlace = (
  context: Context,
  actor: Actor,
  place: string,
): Promise<Result<OtpPolicySettings, Failure>> =>
  changePolicy(context, actor, (before) => {
    const objection = isPrefix(place) ? undefined : findCountryObjection(place)
    if (objection !== undefined) return err({ code: 'bad-request', detail: objection })
    const policy = unblock(before, place)
    return ok({ policy, event: { action: 'otp-policy.unblocked', subject: nameOf(place) } })
  })

/** Whether no codes go to a place. */
export const isBlocked = (policy: OtpPolicy, place: string): boolean =>
  isPrefix(place)
    ? policy.blockedPrefixes.some((prefix) => place.startsWith(prefix))
    : !policy.allowedCountries.includes(place)
