import { useQuery } from '@tanstack/react-query'
import { type BillingCurrency, formatValue } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { readDigits } from '#domain/billing/rate-filter.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { countryName } from '#web/shared/country-name.ts'
import { Flag } from '#web/shared/flag.tsx'
import { formatCredits } from '#web/shared/format-credits.ts'
import { useSession } from '#web/shared/session.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { numberQuery } from './rate-queries.ts'

/** Shorter ones are calling codes. */
const shortestNumber = 7

/** What the server says of a phone number that somebody searches for; nothing for other searches. */
export const useNumberAnswer = (search: string) => {
  const { homeCountry } = useSession().organisation
  const isNumber = (readDigits(search)?.length ?? 0) >= shortestNumber
  return useQuery({ ...numberQuery(search.trim(), homeCountry), enabled: isNumber }).data
}

interface NumberAnswerProps {
  answer: NonNullable<ReturnType<typeof useNumberAnswer>>
  currency: BillingCurrency
}

/** Where a phone number is, and what a code to it costs by each channel. */
export const NumberAnswer = ({ answer, currency }: NumberAnswerProps) => {
  const found = answer.whatsapp.quote ?? answer.sms.quote
  const country = found?.country
  return (
    <Card className="flex flex-wrap items-center gap-x-6 gap-y-2 p-4" role="status">
      {country !== undefined && found !== null && (
        <div className="flex items-center gap-2.5">
          <Flag country={country} />
          <div>
            <p className="font-semibold text-base text-ink">{countryName(country)}</p>
            <p className="text-muted tabular-nums">{found.e164}</p>
          </div>
          <Badge tone={found.allowed ? 'success' : 'warning'}>
            {found.allowed ? 'Allowed' : 'Not allowed by the OTP policy'}
          </Badge>
        </div>
      )}
      {found === null ? (
        <p className="text-ink">{answer.whatsapp.objection}</p>
      ) : (
        (['whatsapp', 'sms'] as const).map((channel) => {
          const { quote, objection } = answer[channel]
          return (
            <p key={channel} className="min-w-0 text-muted">
              {channelLabels[channel]}:{' '}
              {quote === null ? (
                <span className="text-warning-ink">{objection}</span>
              ) : (
                <>
                  <span className="font-medium text-ink tabular-nums">
                    {`${formatCredits(quote.credits)} credits`}
                  </span>{' '}
                  {`(${formatValue(parseCredits(quote.credits), currency)})`}
                </>
              )}
            </p>
          )
        })
      )}
    </Card>
  )
}
