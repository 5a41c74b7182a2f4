import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError } from '#web/shared/api-error.ts'

/** A day (`2026-11-22`) as the API takes a time: its end, in UTC. Empty: now. */
export const endOfDay = (day: string): { at?: string } =>
  day === '' ? {} : { at: `${day}T23:59:59Z` }

/** Every country's rates as of a day; of today when it is empty. */
export const ratesQuery = (day: string) =>
  queryOptions({
    queryKey: ['rates', day],
    queryFn: () => call(api.v1.billing.rates.$get({ query: endOfDay(day) })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const rateHistoryQuery = (country: string) =>
  queryOptions({
    queryKey: ['rate-history', country],
    queryFn: () => call(api.v1.billing.rates.history.$get({ query: { country } })),
    staleTime: 60_000,
  })

const quote = async (channel: 'whatsapp' | 'sms', recipient: string, defaultCountry: string) => {
  try {
    const json = { channel, recipient, defaultCountry }
    return { quote: await call(api.v1.billing.quote.$post({ json })), objection: null }
  } catch (error) {
    if (error instanceof ApiError && error.status === 422) {
      return { quote: null, objection: error.message }
    }
    throw error
  }
}

/** What a code to a phone number costs by both channels, or why none can be sent. */
export const numberQuery = (number: string, homeCountry: string) =>
  queryOptions({
    queryKey: ['quote', number, homeCountry],
    queryFn: async () => ({
      whatsapp: await quote('whatsapp', number, homeCountry),
      sms: await quote('sms', number, homeCountry),
    }),
    staleTime: 60_000,
  })
