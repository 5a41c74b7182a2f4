import { useQuery } from '@tanstack/react-query'
import { Mail, SearchX } from 'lucide-react'
import { useState } from 'react'
import type { RateList } from '#contract/rate-contract.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { ratesQuery } from './billing-queries.ts'
import { RateTable } from './rate-table.tsx'
import { matchesCountry, type RateOrder, sortRates } from './sort-rates.ts'

/** What one code costs: Email flat, SMS and WhatsApp by the country that it goes to. */
export const RatesScreen = () => {
  const rates = useQuery(ratesQuery)
  return (
    <Screen
      title="Rates"
      description="What one code costs in OTP credit. A code that is refused or cannot be handed over costs nothing."
    >
      <QueryView
        query={rates}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(data) => <Rates rates={data} />}
      </QueryView>
    </Screen>
  )
}

const Rates = ({ rates }: { rates: RateList }) => {
  const [search, setSearch] = useState('')
  const [allowedOnly, setAllowedOnly] = useState(false)
  const [order, setOrder] = useState<RateOrder>({ column: 'country', direction: 'ascending' })
  const found = rates.items.filter(
    (rate) => matchesCountry(rate, search) && (!allowedOnly || rate.allowed),
  )
  return (
    <>
      <Card className="flex items-center gap-3 p-4">
        <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
          <Mail aria-hidden="true" className="size-4.5" />
        </span>
        <div className="min-w-0 grow">
          <h2 className="font-semibold text-base text-ink">Email</h2>
          <p className="text-muted">Flat, the same wherever it goes</p>
        </div>
        <p className="text-right font-semibold text-ink text-lg tabular-nums">
          {formatCredits(rates.email)}
          <span className="block font-normal text-muted text-xs">credits</span>
        </p>
      </Card>
      <section aria-labelledby="countries" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <div>
            <h2 id="countries" className="font-semibold text-base text-ink">
              WhatsApp and SMS, per country
            </h2>
            <p className="text-muted">In credits a code, as of {formatDate(rates.effectiveFrom)}</p>
          </div>
          <search className="flex flex-wrap items-center gap-x-5 gap-y-2 max-sm:w-full">
            <Switch
              label="Allowed countries only"
              checked={allowedOnly}
              onChange={setAllowedOnly}
              className="items-center"
            />
            <Field label="Search countries" labelHidden className="w-64 max-sm:w-full">
              {(control) => (
                <Input
                  {...control}
                  type="search"
                  placeholder="Country, code or +62"
                  value={search}
                  onChange={({ target }) => setSearch(target.value)}
                />
              )}
            </Field>
          </search>
        </div>
        <p role="status" className="sr-only">
          {found.length} countries
        </p>
        <Card>
          {found.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title="No country matches"
              action={
                <Button
                  onClick={() => {
                    setSearch('')
                    setAllowedOnly(false)
                  }}
                >
                  Show all
                </Button>
              }
            />
          ) : (
            <RateTable rates={sortRates(found, order)} order={order} onOrder={setOrder} />
          )}
        </Card>
      </section>
    </>
  )
}
