import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { api } from '#web/shared/api.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { saveAnswer } from '#web/shared/save-file.ts'
import { Screen } from '#web/shared/screen.tsx'
import { useDebouncedValue } from '#web/shared/use-debounced-value.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { toast } from '#web/ui/toast.ts'
import { AuditFilterBar, useAuditFilter } from './audit-filter-bar.tsx'
import { AuditList } from './audit-list.tsx'
import { type AuditFilter, auditQuery } from './audit-queries.ts'

const download = (query: AuditFilter): void => {
  saveAnswer(api.v1['audit.csv'].$get({ query }), 'audit.csv').catch((error) =>
    toast(toMessage(error), { tone: 'error' }),
  )
}

/** Who did what in the organisation. What was done to flows is in their Version History. */
export const AuditScreen = () => {
  const { url, filter } = useAuditFilter()
  const who = useDebouncedValue(filter.who, 200)
  const { who: _typing, ...rest } = filter
  const audit = useInfiniteQuery(auditQuery({ ...rest, ...(who && { who }) }))
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Screen
      title="Audit"
      description="Who changed settings, members, keys and rates. What was done to a flow is in its Version History."
    >
      <AuditFilterBar url={url} onDownload={() => download(filter)} />
      <Card className={audit.isPlaceholderData ? 'opacity-60' : ''}>
        <QueryView query={audit} loading={<ListSkeleton />}>
          {({ pages }) => {
            const entries = pages.flatMap(({ items }) => items)
            if (entries.length > 0) return <AuditList entries={entries} />
            return isFiltered ? (
              <EmptyState icon={ScrollText} title="No entry matches">
                Change the filters, or clear them.
              </EmptyState>
            ) : (
              <EmptyState icon={ScrollText} title="Nothing yet">
                Every change of settings, members, keys and rates appears here.
              </EmptyState>
            )
          }}
        </QueryView>
      </Card>
      {audit.hasNextPage && (
        <Button
          className="self-center"
          busy={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Screen>
  )
}
