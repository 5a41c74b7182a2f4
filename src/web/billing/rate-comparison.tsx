import { X } from 'lucide-react'
import type { CountryRate } from '#contract/rate-contract.ts'
import type { BillingCurrency } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { formatPercentChange } from '#domain/billing/rate-change.ts'
import { Flag } from '#web/shared/flag.tsx'
import { Card } from '#web/ui/card.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { RatePrice } from './rate-price.tsx'

interface RateComparisonProps {
  /** In the order in which they were pinned: the others are compared with the first. */
  rates: readonly CountryRate[]
  currency: BillingCurrency
  onPin: (country: string) => void
}

const against = (credits: string | null, first: string | null | undefined): string =>
  credits === null || first === null || first === undefined
    ? '–'
    : `${formatPercentChange(parseCredits(first), parseCredits(credits))} %`

/** The countries that somebody pinned, side by side. */
export const RateComparison = ({ rates, currency, onPin }: RateComparisonProps) => {
  const [first, ...others] = rates
  if (first === undefined) return null
  return (
    <section aria-labelledby="comparison" className="flex flex-col gap-2">
      <h2 id="comparison" className="font-semibold text-base text-ink">
        Comparison
      </h2>
      <Card>
        <Table>
          <TableHead>
            <tr className="[&>th:first-child]:pl-4">
              <TableHeader>Country</TableHeader>
              <TableHeader className="text-right">WhatsApp</TableHeader>
              <TableHeader className="text-right">{`Against ${first.countryName}`}</TableHeader>
              <TableHeader className="text-right">SMS</TableHeader>
              <TableHeader className="text-right">{`Against ${first.countryName}`}</TableHeader>
              <TableHeader>
                <span className="sr-only">Remove</span>
              </TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {[first, ...others].map((rate) => (
              <TableRow key={rate.country} className="[&>td]:py-1.5">
                <TableCell className="pl-4">
                  <span className="flex items-center gap-2.5 font-medium text-ink">
                    <Flag country={rate.country} />
                    {rate.countryName}
                  </span>
                </TableCell>
                {(['whatsapp', 'sms'] as const).flatMap((channel) => [
                  <TableCell key={channel} className="text-right">
                    <RatePrice rate={rate} channel={channel} currency={currency} />
                  </TableCell>,
                  <TableCell
                    key={`${channel} against`}
                    className="text-right text-muted tabular-nums"
                  >
                    {rate === first ? '–' : against(rate[channel], first[channel])}
                  </TableCell>,
                ])}
                <TableCell className="w-10 pr-3">
                  <IconButton
                    icon={X}
                    label={`Remove ${rate.countryName}`}
                    tooltipSide="left"
                    onClick={() => onPin(rate.country)}
                  />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </Card>
    </section>
  )
}
