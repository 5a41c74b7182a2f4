import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Download, ReceiptText } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { api } from '#web/shared/api.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { saveAnswer } from '#web/shared/save-file.ts'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { toast } from '#web/ui/toast.ts'
import { BalanceFigures } from './balance-figures.tsx'
import { BillingNotices } from './billing-notices.tsx'
import { balanceQuery, type LedgerFilter, ledgerQuery } from './billing-queries.ts'
import { ClearFilters, LedgerFilterBar, useLedgerFilter } from './ledger-filter-bar.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { TopUpButton } from './top-up-button.tsx'
import { TopUps } from './top-ups.tsx'

const LedgerStoryDialog = lazy(async () => ({
  default: (await import('./ledger-story-dialog.tsx')).LedgerStoryDialog,
}))

const download = (query: LedgerFilter): void => {
  saveAnswer(api.v1.billing['ledger.csv'].$get({ query }), 'ledger.csv').catch((error) =>
    toast(toMessage(error), { tone: 'error' }),
  )
}

/** Available Credits, and what moved them. */
export const BalanceScreen = () => {
  const balance = useQuery(balanceQuery)
  return (
    <Screen title="Balance" description="OTP credit of the organisation." actions={<TopUpButton />}>
      <BillingNotices />
      <QueryView
        query={balance}
        loading={
          <Card className="p-5">
            <Skeleton className="h-14 w-48" />
          </Card>
        }
      >
        {(data) => <BalanceFigures balance={data} />}
      </QueryView>
      <TopUps />
      <Ledger />
    </Screen>
  )
}

const Ledger = () => {
  const { url, filter } = useLedgerFilter()
  const ledger = useInfiniteQuery(ledgerQuery(filter))
  const [opened, setOpened] = useState<string>()
  const isFiltered = Object.keys(filter).length > 0
  return (
    <section aria-labelledby="entries" className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <h2 id="entries" className="mr-auto font-semibold text-base text-ink">
          Ledger
        </h2>
        <ClearFilters url={url} />
        <Button onClick={() => download(filter)}>
          <Download aria-hidden="true" className="size-4" />
          CSV
        </Button>
      </div>
      <LedgerFilterBar url={url} />
      <Card className={ledger.isPlaceholderData ? 'opacity-60' : ''}>
        <QueryView query={ledger} loading={<ListSkeleton />}>
          {({ pages }) => {
            const entries = pages.flatMap(({ items }) => items)
            if (entries.length > 0) return <LedgerTable entries={entries} onOpen={setOpened} />
            return isFiltered ? (
              <EmptyState icon={ReceiptText} title="No entry matches">
                Change the filters, or clear them.
              </EmptyState>
            ) : (
              <EmptyState icon={ReceiptText} title="No entries yet">
                Every code that is sent, and every top-up, appears here.
              </EmptyState>
            )
          }}
        </QueryView>
      </Card>
      {ledger.hasNextPage && (
        <Button
          className="self-center"
          busy={ledger.isFetchingNextPage}
          onClick={() => void ledger.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      {opened !== undefined && (
        <Suspense>
          <LedgerStoryDialog entryId={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </section>
  )
}
