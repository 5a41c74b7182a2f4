import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowLeft, BadgeCheck } from 'lucide-react'
import { Link } from '#web/shared/link.tsx'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ArrangedNumberCard } from './arranged-number-card.tsx'
import { arrangedNumbersQuery } from './arranged-number-queries.ts'

/** The platform operator's part: the branded numbers of all organisations. */
export const ArrangedNumbersScreen = () => {
  const numbers = useInfiniteQuery(arrangedNumbersQuery)
  return (
    <Screen
      title="Branded numbers"
      description="What organisations asked for, and where their numbers are at Meta. For platform operators."
      back={
        <Link
          href="/settings/senders"
          className="mb-1 inline-flex items-center gap-1 text-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" className="size-3.5" />
          Senders
        </Link>
      }
    >
      <QueryView
        query={numbers}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            <Card>
              <EmptyState icon={BadgeCheck} title="Nobody has asked for a number">
                A request that an organisation makes on its Senders screen appears here.
              </EmptyState>
            </Card>
          ) : (
            <ul aria-label="Numbers" className="flex flex-col gap-3">
              {items.map((number) => (
                <li key={number.organisation.id}>
                  <ArrangedNumberCard number={number} />
                </li>
              ))}
            </ul>
          )
        }}
      </QueryView>
      {numbers.hasNextPage && (
        <Button
          className="self-center"
          busy={numbers.isFetchingNextPage}
          onClick={() => void numbers.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Screen>
  )
}
