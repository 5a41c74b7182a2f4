import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { Estimate, estimateRequestSchema } from '#contract/usage-contract.ts'
import { countDaysLeft } from '#domain/billing/balance.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import {
  estimate,
  findCheapest,
  findCheapestByCountry,
  findNextChange,
  type Message,
} from '#domain/billing/forecast.ts'
import type { RateBook } from '#domain/billing/rate.ts'
import { type Channel, channels } from '#domain/otp/channel.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { nameOf } from './country-names.ts'
import { countRefused, findRoute, listNotAllowed, type Route } from './destinations-service.ts'
import { findFlowSteps, toUnits, usualStep } from './flow-steps-service.ts'
import { findBalances } from './ledger-repo.ts'
import { getPolicySettings } from './policy-repo.ts'
import { getRateBook } from './rate-service.ts'

type Asked = z.infer<typeof estimateRequestSchema>

/** Runs, with all that their price depends on. */
interface Plan {
  route: Route
  book: RateBook
  now: number
}

/** Volumes are said for that many days. */
const volumeDays = 30

/** What codes cost to every destination, now and once announced changes hold. */
const priceMessages = ({ book, route, now }: Plan, messages: readonly Message[]) => {
  const costAt = (at: number) =>
    messages.reduce(
      (sum, one) => sum + estimate(book, one, route.by[one.channel], at).creditsMicro,
      0n,
    )
  const changes = messages.flatMap(
    ({ channel }) => findNextChange(book, channel, route.by[channel], now) ?? [],
  )
  const micro = costAt(now)
  const later = costAt(Number.POSITIVE_INFINITY)
  return {
    micro,
    credits: formatCredits(micro),
    announced:
      changes.length === 0 || later === micro
        ? null
        : {
            effectiveFrom: new Date(Math.min(...changes)).toISOString(),
            credits: formatCredits(later),
          },
  }
}

const toChannels = (plan: Plan, toMessage: (channel: Channel) => Message): Estimate['channels'] =>
  channels.map((channel) => {
    const message = toMessage(channel)
    const { credits, announced } = priceMessages(plan, [message])
    const { withoutRate } = estimate(plan.book, message, plan.route.by[channel], plan.now)
    const refused = countRefused(plan.route, channel)
    return { channel, credits, announced, withoutRate, refused }
  })

const toCountries = (
  { book, route, now }: Plan,
  usable: readonly Message[],
): Estimate['countries'] =>
  findCheapestByCountry(book, usable, route.all.keys(), now)
    .map(({ country, channel }) => ({
      ...{ country, countryName: nameOf(country) },
      runs: route.all.get(country) ?? 0,
      cheapest: channel ?? null,
    }))
    .toSorted((a, b) => b.runs - a.runs)

/** What runs of a flow, or single codes, would cost. */
export const estimateCost = async (
  context: Context,
  actor: Actor,
  asked: Asked,
): Promise<Result<Estimate, Failure>> => {
  const found = await findFlowSteps(context, actor, asked)
  if (!found.ok) return found
  const { organizationId } = actor
  const { name, homeCountry, otpPolicy } = await getPolicySettings(context.db, organizationId)
  const policy = resolvePolicy(otpPolicy, homeCountry)
  const route = await findRoute(context, organizationId, asked, { homeCountry, policy })
  const plan: Plan = { route, book: await getRateBook(context), now: context.clock.now() }
  const steps = found.value ?? [usualStep]
  // One message for all codes of a run: where they go by one channel, they cost so many units of it.
  const allBy = (channel: Channel): Message => ({
    channel,
    units: steps.reduce((sum, step) => sum + toUnits(channel, step, { name, policy }), 0),
  })
  // A phone number is no email address, so Email reaches nobody of whom only that is known.
  const usable = policy.allowedChannels.filter((channel) => channel !== 'email').map(allBy)
  const cheapest = findCheapest(
    usable.map((message) => estimate(plan.book, message, route.by[message.channel], plan.now)),
  )
  const asBuilt =
    found.value &&
    priceMessages(
      plan,
      found.value.map((step) => ({
        channel: step.channel,
        units: toUnits(step.channel, step, { name, policy }),
      })),
    )
  const spent = asBuilt ?? (cheapest && priceMessages(plan, [allBy(cheapest)]))
  const { available } = await findBalances(context.db, organizationId)
  return ok({
    volume: [...route.all.values()].reduce((sum, count) => sum + count, 0),
    ...{ unreadable: route.unreadable, mixSource: route.source, stepsPerRun: steps.length },
    ...{ cheapest: cheapest ?? null, notAllowed: listNotAllowed(route, policy) },
    countries: toCountries(plan, usable),
    channels: toChannels(plan, allBy),
    asBuilt: asBuilt && { credits: asBuilt.credits, announced: asBuilt.announced },
    available: formatCredits(available),
    daysLeft: spent ? countDaysLeft(available, spent.micro, volumeDays) : null,
  })
}
