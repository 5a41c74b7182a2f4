import { getCountries } from 'libphonenumber-js/max'
import type { z } from 'zod'
import type { CountryRate, RateList, rateListQuery } from '#contract/rate-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { findRate, findRateCourse, flat, type Rate, type RateBook } from '#domain/billing/rate.ts'
import { createRateFilter, type PhoneChannel } from '#domain/billing/rate-filter.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { parsePhoneNumber } from '#domain/otp/recipient.ts'
import { day } from '#domain/shared/clock.ts'
import { findRegion } from '#domain/shared/region.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getCurrency } from './billing-settings-service.ts'
import { callingCodeOf, nameOf } from './country-names.ts'
import { getPolicySettings } from './policy-repo.ts'
import { getRateBook } from './rate-service.ts'
import { listTraffic, type Traffic } from './traffic-repo.ts'

/** For how long back traffic is counted. */
export const trafficWindow = 30 * day

const listCountries = (book: RateBook): string[] => {
  const priced = [...book.values()].flatMap(([rate]) => rate?.country ?? [])
  return [...new Set([...getCountries(), ...priced])].filter((country) => country !== flat)
}

const findNewestDate = (book: RateBook, at: number): number =>
  Math.max(
    0,
    ...[...book.values()].flatMap(
      (rates) => rates.find(({ effectiveFrom }) => effectiveFrom <= at)?.effectiveFrom ?? [],
    ),
  )

const toChange = (other: Rate | undefined, effectiveFrom: number | undefined) =>
  other === undefined || effectiveFrom === undefined
    ? null
    : {
        credits: formatCredits(other.creditsMicro),
        effectiveFrom: new Date(effectiveFrom).toISOString(),
      }

const toPrices = (book: RateBook, country: string, at: number) => {
  const courses = {
    whatsapp: findRateCourse(book, 'whatsapp', country, at),
    sms: findRateCourse(book, 'sms', country, at),
  }
  const priceOf = (channel: PhoneChannel) => {
    const rate = courses[channel].current
    return rate === undefined ? null : formatCredits(rate.creditsMicro)
  }
  const changeOf = (channel: PhoneChannel) =>
    toChange(courses[channel].previous, courses[channel].current?.effectiveFrom)
  const announcedOf = (channel: PhoneChannel) =>
    toChange(courses[channel].next, courses[channel].next?.effectiveFrom)
  return {
    whatsapp: priceOf('whatsapp'),
    sms: priceOf('sms'),
    changes: { whatsapp: changeOf('whatsapp'), sms: changeOf('sms') },
    announced: { whatsapp: announcedOf('whatsapp'), sms: announcedOf('sms') },
  }
}

const toFilter = (query: z.infer<typeof rateListQuery>) => {
  const { search = '', region = null, channel } = query
  return createRateFilter({
    search,
    // A whole number is in one country, even where countries share a calling code.
    country: parsePhoneNumber(search, null)?.country ?? null,
    region,
    channel: channel === undefined || channel === 'email' ? null : channel,
    allowed: query.allowed ?? false,
    used: query.used ?? false,
    changed: query.changed ?? false,
    withoutRate: query.withoutRate ?? false,
  })
}

const countSends = (traffic: readonly Traffic[]) => {
  const sends = new Map(traffic.map((one) => [`${one.channel} ${one.country}`, one.sends]))
  return (channel: PhoneChannel, country: string) => sends.get(`${channel} ${country}`) ?? 0
}

/** The rates of countries, both channels side by side, as they are or were at a point in time. */
export const listCountryRates = async (
  context: Context,
  actor: Actor,
  query: z.infer<typeof rateListQuery>,
): Promise<Omit<RateList, 'mayChange'>> => {
  const { db, clock } = context
  const { homeCountry, otpPolicy } = await getPolicySettings(db, actor.organizationId)
  const { allowedCountries } = resolvePolicy(otpPolicy, homeCountry)
  const book = await getRateBook(context)
  const at = query.at === undefined ? clock.now() : Date.parse(query.at)
  const since = clock.now() - trafficWindow
  const sendsTo = countSends(await listTraffic(db, actor.organizationId, since))
  const items = listCountries(book)
    .map(
      (country): CountryRate => ({
        country,
        countryName: nameOf(country),
        callingCode: callingCodeOf(country),
        region: findRegion(country) ?? null,
        ...toPrices(book, country, at),
        allowed: allowedCountries.includes(country),
        isHome: country === homeCountry,
        traffic: { whatsapp: sendsTo('whatsapp', country), sms: sendsTo('sms', country) },
      }),
    )
    .filter(toFilter(query))
    .toSorted((a, b) => a.countryName.localeCompare(b.countryName, 'en'))
  return {
    email: formatCredits(findRate(book, 'email', flat, at)?.creditsMicro ?? 0n),
    items,
    effectiveFrom: new Date(findNewestDate(book, at)).toISOString(),
    currency: await getCurrency(context, actor),
  }
}
