import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ReceiptText } from 'lucide-react'
import { formatCredits } from '#web/shared/format-credits.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { balanceQuery, ledgerQuery } from './billing-queries.ts'
import { LedgerTable } from './ledger-table.tsx'
import { TopUpButton } from './top-up-button.tsx'
import { TopUps } from './top-ups.tsx'

/** Available Credits, and what moved them. */
export const BalanceScreen = () => {
  const balance = useQuery(balanceQuery)
  const ledger = useInfiniteQuery(ledgerQuery)
  return (
    <Screen title="Balance" description="OTP credit of the organisation." actions={<TopUpButton />}>
      <QueryView
        query={balance}
        loading={
          <Card className="p-5">
            <Skeleton className="h-14 w-48" />
          </Card>
        }
      >
        {({ available, reserved }) => (
          <dl className="grid gap-3 sm:grid-cols-2">
            <Figure
              label="Available Credits"
              amount={available}
              note={
                available.startsWith('0.') ? 'Nothing can be sent' : 'Ready to be spent on codes'
              }
            />
            <Figure
              label="Reserved"
              amount={reserved}
              note="Held for codes that are on their way; charged or given back"
            />
          </dl>
        )}
      </QueryView>
      <TopUps />
      <section aria-labelledby="entries" className="flex flex-col gap-3">
        <h2 id="entries" className="font-semibold text-base text-ink">
          Last entries
        </h2>
        <Card>
          <QueryView query={ledger} loading={<ListSkeleton />}>
            {({ pages }) => {
              const entries = pages.flatMap(({ items }) => items)
              return entries.length === 0 ? (
                <EmptyState icon={ReceiptText} title="No entries yet">
                  Every code that is sent, and every top-up, appears here.
                </EmptyState>
              ) : (
                <LedgerTable entries={entries} />
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
      </section>
    </Screen>
  )
}

const Figure = ({ label, amount, note }: { label: string; amount: string; note: string }) => (
  <Card className="p-5">
    <dt className="text-muted">{label}</dt>
    <dd className="mt-1 font-semibold text-2xl text-ink tabular-nums tracking-tight">
      {formatCredits(amount)}
    </dd>
    <dd className="mt-0.5 text-muted text-xs">{note}</dd>
  </Card>
)
