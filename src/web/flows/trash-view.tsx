import { useInfiniteQuery } from '@tanstack/react-query'
import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { type TrashedFlow, trashDays } from '#contract/flow-trash-contract.ts'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { useNow } from '#web/shared/use-now.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { PurgeFlowDialog } from './purge-flow-dialog.tsx'
import { trashQuery, useRestoreFlow } from './trash-queries.ts'

const TrashRow = ({
  flow,
  now,
  onPurge,
}: {
  flow: TrashedFlow
  now: number
  onPurge: (flow: TrashedFlow) => void
}) => {
  const restore = useRestoreFlow()
  const left = flow.daysLeft === 1 ? '1 day left' : `${flow.daysLeft} days left`
  return (
    <TableRow>
      <TableCell className="max-w-0 py-2 pl-4">
        <span className="block truncate font-medium text-ink" title={flow.name}>
          {flow.name}
        </span>
        <span className="block truncate text-muted text-xs md:hidden">
          {left}, deleted {formatAgo(flow.deletedAt, now)} by {flow.deletedBy}
        </span>
      </TableCell>
      <TableCell className="w-64 whitespace-nowrap text-muted max-md:hidden">
        <time dateTime={flow.deletedAt} title={formatDateTime(flow.deletedAt)}>
          {formatAgo(flow.deletedAt, now)}
        </time>{' '}
        by {flow.deletedBy}
      </TableCell>
      <TableCell className="w-32 whitespace-nowrap text-muted tabular-nums max-md:hidden">
        <span title={`Deleted for good on ${formatDateTime(flow.expiresAt)}`}>{left}</span>
      </TableCell>
      <TableCell className="w-px whitespace-nowrap pl-0 text-right">
        <span className="inline-flex items-center gap-1">
          <Button
            size="small"
            aria-label={`Restore ${flow.name}`}
            busy={restore.isPending}
            onClick={() => restore.mutate(flow)}
          >
            {!restore.isPending && <Undo2 aria-hidden="true" className="size-3.5" />}
            Restore
          </Button>
          <IconButton
            icon={Trash2}
            label={`Delete ${flow.name} for good`}
            tooltipSide="left"
            onClick={() => onPurge(flow)}
          />
        </span>
      </TableCell>
    </TableRow>
  )
}

/** The trash: flows that were deleted within 30 days. */
export const TrashView = () => {
  const now = useNow(30_000)
  const trash = useInfiniteQuery(trashQuery())
  const [purging, setPurging] = useState<TrashedFlow>()
  return (
    <>
      <Card>
        <QueryView query={trash} loading={<ListSkeleton />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            return items.length === 0 ? (
              <EmptyState icon={Trash2} title="The trash is empty">
                What is deleted can be restored here for {trashDays} days.
              </EmptyState>
            ) : (
              <Table>
                <TableHead className="max-sm:sr-only">
                  <tr>
                    <TableHeader className="pl-4">Name</TableHeader>
                    <TableHeader className="max-md:hidden">Deleted</TableHeader>
                    <TableHeader className="max-md:hidden">Time left</TableHeader>
                    <TableHeader>
                      <span className="sr-only">Actions</span>
                    </TableHeader>
                  </tr>
                </TableHead>
                <tbody>
                  {items.map((flow) => (
                    <TrashRow key={flow.id} flow={flow} now={now} onPurge={setPurging} />
                  ))}
                </tbody>
              </Table>
            )
          }}
        </QueryView>
      </Card>
      {trash.hasNextPage && (
        <Button
          className="self-center"
          busy={trash.isFetchingNextPage}
          onClick={() => void trash.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      {purging && <PurgeFlowDialog flow={purging} onClose={() => setPurging(undefined)} />}
    </>
  )
}
