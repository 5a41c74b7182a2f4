import { useQuery } from '@tanstack/react-query'
import { CircleAlert, TrendingUp, TriangleAlert } from 'lucide-react'
import type { CountryRate } from '#contract/rate-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { formatPercentChange } from '#domain/billing/rate-change.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { balanceQuery } from './billing-queries.ts'
import { Notice } from './notice.tsx'
import { ratesQuery } from './rate-queries.ts'

/** The announced raises that concern the organisation: of countries to which it sends. */
const findRaises = (rates: readonly CountryRate[]) =>
  rates.flatMap((rate) =>
    (['whatsapp', 'sms'] as const).flatMap((channel) => {
      const credits = rate[channel]
      const next = rate.announced[channel]
      const isRaise =
        credits !== null && next !== null && parseCredits(next.credits) > parseCredits(credits)
      return isRaise && rate.traffic[channel] > 0 ? [{ rate, channel, credits, next }] : []
    }),
  )

/** What is not to be missed: credit that runs out, and rates that will rise where codes are sent. */
export const BillingNotices = () => (
  <>
    <BalanceNotice />
    <RaiseNotice />
  </>
)

const BalanceNotice = () => {
  const { data } = useQuery(balanceQuery)
  if (data === undefined || data.level === 'enough') return null
  return data.level === 'empty' ? (
    <Notice icon={CircleAlert} tone="danger" title="OTP credit is used up">
      No codes can be sent, and tasks with an OTP step can not go on. Top up.
    </Notice>
  ) : (
    <Notice icon={TriangleAlert} tone="warning" title="OTP credit is low">
      {`${formatCredits(data.available)} Available Credits are left. When they are used up, no codes can be sent.`}
    </Notice>
  )
}

const RaiseNotice = () => {
  const rates = useQuery(ratesQuery(''))
  const raises = findRaises(rates.data?.items ?? [])
  if (raises.length === 0) return null
  return (
    <Notice icon={TrendingUp} tone="warning" title="Rates will rise where you send codes">
      <ul>
        {raises.map(({ rate, channel, credits, next }) => (
          <li key={`${rate.country} ${channel}`}>
            {`${rate.countryName}, ${channelLabels[channel]}: ${formatCredits(next.credits)} instead of ${formatCredits(credits)} credits a code (${formatPercentChange(parseCredits(credits), parseCredits(next.credits))} %) from ${formatDate(next.effectiveFrom)}. You sent ${rate.traffic[channel].toLocaleString('en')} there in the last 30 days.`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
