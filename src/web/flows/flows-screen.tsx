import { useInfiniteQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { ChevronLeft, Search, Trash2, Workflow } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useSearch } from 'wouter'
import { Link } from '#web/shared/link.tsx'

import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { useDebouncedValue } from '#web/shared/use-debounced-value.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { type FlowFilter, flowListQuery } from './flow-queries.ts'
import { type FlowDialog, FlowTable } from './flow-table.tsx'
import { NewFlowMenu } from './new-flow-menu.tsx'

const RenameFlowDialog = lazy(async () => ({
  default: (await import('./rename-flow-dialog.tsx')).RenameFlowDialog,
}))
const TrashView = lazy(async () => ({ default: (await import('./trash-view.tsx')).TrashView }))
const DeleteFlowDialog = lazy(async () => ({
  default: (await import('./delete-flow-dialog.tsx')).DeleteFlowDialog,
}))

/** The Flow menu: find, make, duplicate, rename and delete flows; and the trash. */
export const FlowsScreen = () => {
  const isTrash = new URLSearchParams(useSearch()).get('view') === 'trash'
  if (!isTrash) return <FlowList />
  return (
    <Screen
      title="Trash"
      description="Deleted flows can be restored for 30 days; then they are deleted for good."
      back={
        <Link
          href="/flows"
          className="mb-1 inline-flex items-center text-muted text-sm hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          Flows
        </Link>
      }
    >
      <Suspense fallback={<ListSkeleton />}>
        <TrashView />
      </Suspense>
    </Screen>
  )
}

const FlowList = () => {
  const [filter, setFilter] = useState<FlowFilter>({ search: '', state: '' })
  const [dialog, setDialog] = useState<FlowDialog>()
  const search = useDebouncedValue(filter.search.trim(), 200)
  const flows = useInfiniteQuery(flowListQuery({ ...filter, search }))
  const isFiltered = search !== '' || filter.state !== ''
  const close = () => setDialog(undefined)
  return (
    <Screen
      title="Flows"
      description="What field workers do, page by page, with codes to verify it."
      actions={<NewFlowMenu />}
    >
      <Filters filter={filter} onChange={setFilter} />
      <Card>
        <QueryView query={flows} loading={<ListSkeleton />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length > 0) return <FlowTable flows={items} onOpenDialog={setDialog} />
            return isFiltered ? (
              <EmptyState
                icon={Search}
                title="No flow matches"
                action={
                  <Button onClick={() => setFilter({ search: '', state: '' })}>Show all</Button>
                }
              >
                Try other words or another state.
              </EmptyState>
            ) : (
              <EmptyState icon={Workflow} title="No flows yet" action={<NewFlowMenu />}>
                Make one from scratch, from a template, or from a file.
              </EmptyState>
            )
          }}
        </QueryView>
      </Card>
      {flows.hasNextPage && (
        <Button
          className="self-center"
          busy={flows.isFetchingNextPage}
          onClick={() => void flows.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <Suspense>
        {dialog?.name === 'rename' && <RenameFlowDialog flow={dialog.flow} onClose={close} />}
        {dialog?.name === 'delete' && <DeleteFlowDialog flow={dialog.flow} onClose={close} />}
      </Suspense>
    </Screen>
  )
}

interface FiltersProps {
  filter: FlowFilter
  onChange: (filter: FlowFilter) => void
}

const Filters = ({ filter, onChange }: FiltersProps) => (
  <search className="flex flex-wrap gap-2">
    <Field label="Search flows" labelHidden className="grow basis-40 sm:max-w-72">
      {(control) => (
        <Input
          {...control}
          type="search"
          placeholder="Search flows"
          value={filter.search}
          onChange={({ target }) => onChange({ ...filter, search: target.value })}
        />
      )}
    </Field>
    <Field label="State" labelHidden className="w-44 max-sm:w-40">
      {(control) => (
        <Select
          {...control}
          value={filter.state}
          onChange={({ target }) =>
            onChange({ ...filter, state: target.value as FlowFilter['state'] })
          }
        >
          <option value="">All states</option>
          <option value="draft">Draft</option>
          <option value="published">Published</option>
          <option value="changed">Unpublished changes</option>
        </Select>
      )}
    </Field>
    <Link href="/flows?view=trash" className={clsx(buttonClass('ghost'), 'ml-auto')}>
      <Trash2 aria-hidden="true" className="size-4" />
      Trash
    </Link>
  </search>
)
