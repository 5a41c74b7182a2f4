import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { Estimate, estimateRequestSchema } from '#contract/usage-contract.ts'
import { countDaysLeft } from '#domain/billing/balance.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import {
  type Destinations,
  estimate,
  findCheapest,
  findCheapestByCountry,
  findNextChange,
  type Share,
  spread,
} from '#domain/billing/forecast.ts'
import type { RateBook } from '#domain/billing/rate.ts'
import { type Channel, channels } from '#domain/otp/channel.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { parsePhoneNumber } from '#domain/otp/recipient.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import { getFlow } from '#server/flows/get-flow-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { nameOf } from './country-names.ts'
import { findBalances } from './ledger-repo.ts'
import { trafficWindow } from './list-rates-service.ts'
import { getPolicySettings } from './policy-repo.ts'
import { getRateBook } from './rate-service.ts'
import { listTraffic } from './traffic-repo.ts'

type Asked = z.infer<typeof estimateRequestSchema>

/** A plan of runs: where they go, and the channels of the codes that each sends. */
interface Plan {
  destinations: Destinations
  steps: number
  book: RateBook
  now: number
}

/** Volumes are said for that many days. */
const volumeDays = 30

/** Where the organisation's codes went in the last 30 days, by both channels together. */
export const findTrafficShares = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  organizationId: string,
): Promise<Share[]> => {
  const traffic = await listTraffic(db, organizationId, clock.now() - trafficWindow)
  return [...Map.groupBy(traffic, ({ country }) => country)].map(([country, rows]) => ({
    country,
    weight: rows.reduce((sum, { sends }) => sum + sends, 0),
  }))
}

const findDestinations = async (
  context: Context,
  { organizationId }: Actor,
  { mix, recipients, volume = 0 }: Asked,
  homeCountry: string,
): Promise<{ destinations: Destinations; source: Estimate['mixSource']; unreadable: number }> => {
  if (recipients !== undefined) {
    const places = recipients.map((text) => parsePhoneNumber(text, homeCountry)?.country ?? '')
    const counted = [...Map.groupBy(places, (place) => place)].map(
      ([place, all]) => [place, all.length] as const,
    )
    const destinations = new Map(counted.filter(([place]) => place !== ''))
    const unreadable = places.filter((place) => place === '').length
    return { destinations, source: 'recipients', unreadable }
  }
  if (mix !== undefined) {
    return { destinations: spread(mix, volume), source: 'chosen', unreadable: 0 }
  }
  const shares = await findTrafficShares(context, organizationId)
  return shares.length > 0
    ? { destinations: spread(shares, volume), source: 'traffic', unreadable: 0 }
    : { destinations: new Map([[homeCountry, volume]]), source: 'home', unreadable: 0 }
}

/** The channels of a flow's OTP steps; nothing without a flow. */
const findStepChannels = async (
  context: Context,
  actor: Actor,
  flowId: string | undefined,
): Promise<Result<Channel[] | null, Failure>> => {
  if (flowId === undefined) return ok(null)
  const flow = await getFlow(context, actor, flowId)
  if (!flow.ok) return flow
  const components = flow.value.document.pages.flatMap((page) => page.components)
  return ok(components.flatMap((one) => (one.type === 'otp' ? [one.channel] : [])))
}

/** What codes by some channels cost to every destination, now and once announced changes hold. */
const priceSteps = ({ book, destinations, now }: Plan, stepChannels: readonly Channel[]) => {
  const costAt = (at: number) =>
    stepChannels.reduce(
      (sum, channel) => sum + estimate(book, channel, destinations, at).creditsMicro,
      0n,
    )
  const changes = stepChannels.flatMap(
    (channel) => findNextChange(book, channel, destinations, now) ?? [],
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

const toChannels = (plan: Plan): Estimate['channels'] =>
  channels.map((channel) => {
    const { credits, announced } = priceSteps(plan, Array(plan.steps).fill(channel))
    const { withoutRate } = estimate(plan.book, channel, plan.destinations, plan.now)
    return { channel, credits, announced, withoutRate }
  })

const toCountries = (plan: Plan, usable: readonly Channel[]): Estimate['countries'] => {
  const { book, destinations, now } = plan
  const cheapest = findCheapestByCountry(book, usable, destinations, now)
  return cheapest
    .map(({ country, channel }) => ({
      ...{ country, countryName: nameOf(country) },
      runs: destinations.get(country) ?? 0,
      cheapest: channel ?? null,
    }))
    .toSorted((a, b) => b.runs - a.runs)
}

/** What runs of a flow, or single codes, would cost. */
export const estimateCost = async (
  context: Context,
  actor: Actor,
  asked: Asked,
): Promise<Result<Estimate, Failure>> => {
  const stepChannels = await findStepChannels(context, actor, asked.flowId)
  if (!stepChannels.ok) return stepChannels
  const { homeCountry, otpPolicy } = await getPolicySettings(context.db, actor.organizationId)
  const { allowedChannels } = resolvePolicy(otpPolicy, homeCountry)
  const found = await findDestinations(context, actor, asked, homeCountry)
  const { destinations, source, unreadable } = found
  const steps = stepChannels.value?.length ?? 1
  const book = await getRateBook(context)
  const plan: Plan = { destinations, steps, book, now: context.clock.now() }
  // A phone number is no email address, so Email reaches nobody of whom only that is known.
  const usable = allowedChannels.filter((channel) => channel !== 'email')
  const estimates = usable.map((channel) => estimate(book, channel, destinations, plan.now))
  const cheapest = findCheapest(estimates) ?? null
  const asBuilt = stepChannels.value && priceSteps(plan, stepChannels.value)
  const spent = asBuilt ?? (cheapest && priceSteps(plan, Array(steps).fill(cheapest)))
  const { available } = await findBalances(context.db, actor.organizationId)
  return ok({
    volume: [...destinations.values()].reduce((sum, count) => sum + count, 0),
    ...{ unreadable, mixSource: source, stepsPerRun: steps, cheapest },
    countries: toCountries(plan, usable),
    channels: toChannels(plan),
    asBuilt: asBuilt && { credits: asBuilt.credits, announced: asBuilt.announced },
    available: formatCredits(available),
    daysLeft: spent ? countDaysLeft(available, spent.micro, volumeDays) : null,
  })
}
