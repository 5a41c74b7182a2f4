import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { Mail, SearchX, Upload } from 'lucide-react'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { RateList } from '#contract/rate-contract.ts'
import { formatValue } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { createRateFilter } from '#domain/billing/rate-filter.ts'
import { api } from '#web/shared/api.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { Link } from '#web/shared/link.tsx'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { saveAnswer } from '#web/shared/save-file.ts'
import { Screen } from '#web/shared/screen.tsx'
import { phoneWidth, useMediaQuery } from '#web/shared/use-media-query.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { toast } from '#web/ui/toast.ts'
import { BillingNotices } from './billing-notices.tsx'
import { NumberAnswer, useNumberAnswer } from './number-answer.tsx'
import { RateComparison } from './rate-comparison.tsx'
import { RateFilterBar } from './rate-filter-bar.tsx'
import { endOfDay, ratesQuery } from './rate-queries.ts'
import { RateCards, RateTable } from './rate-table.tsx'
import { sortRates } from './sort-rates.ts'
import { type RateView, useRateFilter } from './use-rate-filter.ts'

const RateMap = lazy(async () => ({ default: (await import('./rate-map.tsx')).RateMap }))
const RateHistoryDialog = lazy(async () => ({
  default: (await import('./rate-history-dialog.tsx')).RateHistoryDialog,
}))

/** What one code costs: Email flat, SMS and WhatsApp by the country that it goes to. */
export const RatesScreen = () => {
  const view = useRateFilter()
  const rates = useQuery(ratesQuery(view.day))
  return (
    <Screen
      title="Rates"
      description="What one code costs in OTP credit. A code that is refused or cannot be handed over costs nothing."
      actions={
        rates.data?.mayChange && (
          <Link href="/billing/rates/import" className={buttonClass()}>
            <Upload aria-hidden="true" className="size-4" />
            Import rates
          </Link>
        )
      }
    >
      <BillingNotices />
      <QueryView
        query={rates}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(data) => (
          <div className={clsx('flex flex-col gap-5', rates.isPlaceholderData && 'opacity-60')}>
            <EmailRate rates={data} />
            <CountryRates rates={data} view={view} />
          </div>
        )}
      </QueryView>
    </Screen>
  )
}

/** As many as fit under the search on a usual screen. */
const firstRows = 16

const EmailRate = ({ rates }: { rates: RateList }) => (
  <Card className="flex items-center gap-3 px-4 py-3">
    <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
      <Mail aria-hidden="true" className="size-4.5" />
    </span>
    <div className="min-w-0 grow">
      <h2 className="font-semibold text-base text-ink">Email</h2>
      <p className="text-muted">Flat, the same wherever it goes</p>
    </div>
    <p className="text-right font-semibold text-ink text-lg tabular-nums">
      {formatCredits(rates.email)} <span className="font-normal text-muted text-xs">credits</span>
      <span className="block font-normal text-muted text-xs">
        {formatValue(parseCredits(rates.email), rates.currency)}
      </span>
    </p>
  </Card>
)

/** The address keeps what is wanted; the API takes it by the same names. */
const download = async ({ search, filter, day }: RateView): Promise<void> => {
  const flag = (on: boolean) => (on ? ('true' as const) : undefined)
  const query = {
    ...(search !== '' && { search }),
    ...(filter.region && { region: filter.region }),
    ...(filter.channel && { channel: filter.channel }),
    allowed: flag(filter.allowed),
    used: flag(filter.used),
    changed: flag(filter.changed),
    withoutRate: flag(filter.withoutRate),
    ...endOfDay(day),
  }
  await saveAnswer(api.v1.billing['rates.csv'].$get({ query }), 'rates.csv')
}

const CountryRates = ({ rates, view }: { rates: RateList; view: RateView }) => {
  const { filter, order, pinned, togglePin } = view
  const [opened, setOpened] = useState<string>()
  const answer = useNumberAnswer(view.settledSearch)
  const country = answer?.whatsapp.quote?.country ?? answer?.sms.quote?.country ?? null
  const isPhone = useMediaQuery(phoneWidth)
  const sorted = useMemo(() => sortRates(rates.items, order), [rates, order])
  const found = useMemo(
    () => sorted.filter(createRateFilter({ ...filter, country })),
    [sorted, filter, country],
  )
  const open = useCallback((code: string) => setOpened(code), [])
  const compared = [...pinned].flatMap(
    (code) => rates.items.find((one) => one.country === code) ?? [],
  )
  // The first rows at once; the others when nobody types and nothing else waits.
  const isWhole = useDeferredValue(view.isResting, false)
  const shown = isWhole ? found : found.slice(0, firstRows)
  const rows = { rates: shown, currency: rates.currency, pinned, onPin: togglePin, onOpen: open }
  return (
    <section aria-labelledby="countries" className="flex flex-col gap-3">
      <div>
        <h2 id="countries" className="font-semibold text-base text-ink">
          WhatsApp and SMS, per country
        </h2>
        <p className="text-muted">
          {`In credits a code, as of ${formatDate(rates.effectiveFrom)}`}
          <span role="status">{` · ${found.length} of ${rates.items.length} countries`}</span>
        </p>
      </div>
      <RateFilterBar
        view={view}
        onDownload={() =>
          void download(view).catch((error) => toast(toMessage(error), { tone: 'error' }))
        }
      />
      {answer !== undefined && <NumberAnswer answer={answer} currency={rates.currency} />}
      <RateComparison rates={compared} currency={rates.currency} onPin={togglePin} />
      {view.isMap && (
        <Suspense fallback={<Skeleton className="h-96" />}>
          <RateMap
            rates={found}
            channel={filter.channel ?? 'whatsapp'}
            currency={rates.currency}
            onOpen={open}
          />
        </Suspense>
      )}
      <Card>
        {found.length === 0 ? (
          <EmptyState
            icon={SearchX}
            title="No country matches"
            action={<Button onClick={view.clear}>Show all</Button>}
          />
        ) : isPhone ? (
          <RateCards {...rows} />
        ) : (
          <RateTable {...rows} order={order} onOrder={view.setOrder} />
        )}
      </Card>
      {opened !== undefined && (
        <Suspense>
          <RateHistoryDialog
            country={opened}
            currency={rates.currency}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </section>
  )
}
