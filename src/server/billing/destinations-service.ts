import type { Estimate } from '#contract/usage-contract.ts'
import { type Destinations, type Share, spread } from '#domain/billing/forecast.ts'
import type { Channel } from '#domain/otp/channel.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import { parsePhoneNumber, parseRecipient } from '#domain/otp/recipient.ts'
import type { Context } from '#server/platform/context.ts'
import { trafficWindow } from './list-rates-service.ts'
import { listTraffic } from './traffic-repo.ts'

/** Where runs go, as far as it is asked. */
export interface AskedDestinations {
  volume?: number | undefined
  mix?: readonly Share[] | undefined
  recipients?: readonly string[] | undefined
}

/** Where the codes of runs go, by channel: what a channel refuses goes nowhere by it. */
export interface Route {
  /** All of them, whatever the channel. */
  all: Destinations
  by: Readonly<Record<Channel, Destinations>>
  source: Estimate['mixSource']
  unreadable: number
}

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

const count = (countries: readonly string[]): Destinations =>
  new Map([...Map.groupBy(countries, (country) => country)].map(([one, all]) => [one, all.length]))

/** The very recipients: each counts by a channel only where a send by it would go through. */
const routeRecipients = (
  recipients: readonly string[],
  homeCountry: string,
  { allowedCountries }: OtpPolicy,
): Route => {
  const known = recipients.flatMap((text) => {
    const country = parsePhoneNumber(text, homeCountry)?.country ?? null
    return country === null ? [] : [{ text, country }]
  })
  const reachedBy = (channel: Channel) =>
    known.filter(
      ({ text, country }) =>
        channel === 'email' ||
        (allowedCountries.includes(country) && parseRecipient(channel, text, homeCountry).ok),
    )
  const by = (channel: Channel) => count(reachedBy(channel).map(({ country }) => country))
  return {
    all: count(known.map(({ country }) => country)),
    by: { email: by('email'), sms: by('sms'), whatsapp: by('whatsapp') },
    source: 'recipients',
    unreadable: recipients.length - known.length,
  }
}

const spreadAll = (all: Destinations, source: Route['source']): Route => ({
  all,
  by: { email: all, sms: all, whatsapp: all },
  source,
  unreadable: 0,
})

/** Finds where runs go: to recipients, as a mix says, as codes went of late, or else home. */
export const findRoute = async (
  context: Context,
  organizationId: string,
  { mix, recipients, volume = 0 }: AskedDestinations,
  { homeCountry, policy }: { homeCountry: string; policy: OtpPolicy },
): Promise<Route> => {
  if (recipients !== undefined) return routeRecipients(recipients, homeCountry, policy)
  if (mix !== undefined) return spreadAll(spread(mix, volume), 'chosen')
  const shares = await findTrafficShares(context, organizationId)
  return shares.length > 0
    ? spreadAll(spread(shares, volume), 'traffic')
    : spreadAll(new Map([[homeCountry, volume]]), 'home')
}

/** How many runs a channel refuses. */
export const countRefused = ({ all, by }: Route, channel: Channel): number => {
  const total = (destinations: Destinations) =>
    [...destinations.values()].reduce((sum, runs) => sum + runs, 0)
  return total(all) - total(by[channel])
}

/** The countries that codes would go to although the policy does not allow them. */
export const listNotAllowed = ({ all }: Route, { allowedCountries }: OtpPolicy): string[] =>
  [...all].flatMap(([country, runs]) =>
    runs > 0 && !allowedCountries.includes(country) ? [country] : [],
  )
