import type { z } from 'zod'
import type {
  channelCostListSchema,
  quoteRequestSchema,
  quoteSchema,
} from '#contract/billing-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { averageCost, estimate } from '#domain/billing/forecast.ts'
import { findRate, flat } from '#domain/billing/rate.ts'
import { channels } from '#domain/otp/channel.ts'
import { countUsualUnits } from '#domain/otp/message-units.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getBalanceLevel } from './balance-service.ts'
import { findTrafficShares } from './destinations-service.ts'
import { getPolicySettings } from './policy-repo.ts'
import { priceRecipient } from './price-service.ts'
import { getRateBook } from './rate-service.ts'

/** What one send to a recipient would cost, or the failure that it would meet. */
export const quoteSend = async (
  context: Context,
  actor: Actor,
  { channel, recipient: text, defaultCountry }: z.infer<typeof quoteRequestSchema>,
): Promise<Result<z.infer<typeof quoteSchema>, Failure>> => {
  const { name, homeCountry, otpPolicy } = await getPolicySettings(context.db, actor.organizationId)
  const policy = resolvePolicy(otpPolicy, homeCountry)
  const units = countUsualUnits(channel, name, policy)
  const asked = { channel, recipient: text, defaultCountry: defaultCountry ?? null, units }
  const priced = await priceRecipient(context, policy, asked)
  if (!priced.ok) return priced
  const { recipient, creditsMicro, objection } = priced.value
  const credits = formatCredits(creditsMicro)
  return ok({
    ...(channel === 'email' ? { email: recipient.address } : { e164: recipient.address }),
    ...(recipient.country !== null && { country: recipient.country }),
    credits,
    allowed: objection === undefined && policy.allowedChannels.includes(channel),
  })
}

/** What one send costs by each channel, over the countries that the organisation allows. */
export const listChannelCosts = async (
  context: Context,
  actor: Actor,
): Promise<z.infer<typeof channelCostListSchema>> => {
  const { name, homeCountry, otpPolicy } = await getPolicySettings(context.db, actor.organizationId)
  const policy = resolvePolicy(otpPolicy, homeCountry)
  const { allowedCountries } = policy
  const book = await getRateBook(context)
  const now = context.clock.now()
  const shares = await findTrafficShares(context, actor.organizationId)
  const ownTraffic = new Map(shares.map(({ country, weight }) => [country, weight]))
  const items = channels.map((channel) => {
    const places = channel === 'email' ? [flat] : allowedCountries
    const units = countUsualUnits(channel, name, policy)
    const priced = places.map((country) => ({
      country,
      micro: findRate(book, channel, country, now)?.creditsMicro,
    }))
    const known = priced.flatMap(({ micro }) => (micro === undefined ? [] : [micro]))
    const sorted = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const traffic = channel === 'email' ? new Map([[flat, 1]]) : ownTraffic
    const expected = averageCost(estimate(book, { channel, units }, traffic, now), traffic)
    const home = findRate(book, channel, homeCountry, now)
    const format = (micro: bigint | undefined) =>
      micro === undefined ? null : formatCredits(micro * BigInt(units))
    return {
      channel,
      minimum: format(sorted[0]),
      maximum: format(sorted.at(-1)),
      home: format(home?.creditsMicro),
      expected: expected === undefined ? null : formatCredits(expected),
      homeCountry,
      withoutRate: priced.flatMap(({ country, micro }) => (micro === undefined ? [country] : [])),
    }
  })
  return { items, ...(await getBalanceLevel(context, actor)) }
}
