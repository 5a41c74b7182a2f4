import { useQuery } from '@tanstack/react-query'
import type { ChannelCost } from '#contract/billing-contract.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { countryName } from '#web/shared/country-name.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Link } from '#web/shared/link.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'

const describeCost = ({ minimum, maximum, home, homeCountry }: ChannelCost): string => {
  if (minimum === null || maximum === null) return 'No rate for the allowed countries'
  if (minimum === maximum) return `${formatCredits(minimum)} credits`
  const range = `${formatCredits(minimum)} to ${formatCredits(maximum)} credits`
  return home === null ? range : `${range}; ${countryName(homeCountry)} ${formatCredits(home)}`
}

const levels = {
  enough: 'underline-offset-2 hover:underline',
  low: 'font-medium text-warning-ink underline-offset-2 hover:underline',
  empty: 'font-medium text-danger-ink underline-offset-2 hover:underline',
}

/** What one send costs, and what there is to pay it from. */
export const OtpCost = ({ channel }: { channel: Channel }) => {
  const { data, isError } = useQuery({
    queryKey: ['channel-costs'],
    queryFn: () => call(api.v1.billing['channel-costs'].$get()),
    staleTime: 60_000,
  })
  const cost = data?.items.find((item) => item.channel === channel)
  if (isError) return <p className="text-muted text-xs">The cost is not known at the moment.</p>
  if (!data || !cost) return <Skeleton className="h-16" />
  return (
    <section aria-label="Cost" className="rounded-lg bg-subtle px-3 py-2 text-xs">
      <p className="text-muted">{`One ${channelLabels[channel]} code costs`}</p>
      <p className="font-medium text-ink text-sm">{describeCost(cost)}</p>
      {cost.expected !== null && cost.minimum !== cost.maximum && (
        <p className="text-muted">{`As your codes went in 30 days: ${formatCredits(Number(cost.expected).toFixed(2))} on average`}</p>
      )}
      {cost.withoutRate.length > 0 && (
        <p className="text-warning-ink">
          {`No rate: ${cost.withoutRate.map(countryName).join(', ')}. Nothing can be sent there.`}
        </p>
      )}
      <p className="mt-1 flex justify-between gap-2 text-muted">
        <Link href="/billing/balance" className={levels[data.level]}>
          {`Available Credits: ${formatCredits(data.available)}${data.level === 'enough' ? '' : ` (${data.level})`}`}
        </Link>
        <Link href="/billing/rates" className="text-accent-ink underline-offset-2 hover:underline">
          Rates
        </Link>
      </p>
    </section>
  )
}
