import type { RateList } from '#contract/rate-contract.ts'
import { formatValue } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { byteOrderMark, formatCsvRow } from '#domain/shared/csv.ts'

const heading = [
  ...['country', 'name', 'calling_code', 'region', 'whatsapp_credits', 'sms_credits'],
  ...['whatsapp_price', 'sms_price', 'allowed', 'whatsapp_sends_30_days', 'sms_sends_30_days'],
  ...['whatsapp_previous', 'whatsapp_since', 'sms_previous', 'sms_since'],
]

/** The rates as a table for spreadsheets. */
export const toRatesCsv = ({ items, currency }: Pick<RateList, 'items' | 'currency'>): string => {
  const priceOf = (credits: string | null) =>
    credits === null ? null : formatValue(parseCredits(credits), currency)
  const rows = items.map((rate) => [
    ...[rate.country, rate.countryName, rate.callingCode.slice(1), rate.region],
    ...[rate.whatsapp, rate.sms, priceOf(rate.whatsapp), priceOf(rate.sms)],
    ...[rate.allowed ? 'yes' : 'no', rate.traffic.whatsapp, rate.traffic.sms],
    ...[rate.changes.whatsapp?.credits ?? null, rate.changes.whatsapp?.effectiveFrom ?? null],
    ...[rate.changes.sms?.credits ?? null, rate.changes.sms?.effectiveFrom ?? null],
  ])
  return byteOrderMark + [heading, ...rows].map(formatCsvRow).join('')
}
