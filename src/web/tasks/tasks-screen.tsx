import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ListChecks, Plus, Search } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { useDebouncedValue } from '#web/shared/use-debounced-value.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { publishedFlowsQuery, type TaskFilter, taskListQuery } from './task-queries.ts'
import { TaskTable } from './task-table.tsx'

const NewTaskDialog = lazy(async () => ({
  default: (await import('./new-task-dialog.tsx')).NewTaskDialog,
}))

const noFilter: TaskFilter = { search: '', status: '', flowId: '' }

/** The planner's list of tasks. */
export const TasksScreen = () => {
  const [filter, setFilter] = useState(noFilter)
  const [isMaking, setIsMaking] = useState(false)
  const search = useDebouncedValue(filter.search.trim(), 200)
  const tasks = useInfiniteQuery(taskListQuery({ ...filter, search }))
  const isFiltered = search !== '' || filter.status !== '' || filter.flowId !== ''
  const newTask = (
    <Button variant="primary" onClick={() => setIsMaking(true)}>
      <Plus aria-hidden="true" className="size-4" />
      New Task
    </Button>
  )
  return (
    <Screen
      title="Tasks"
      description="Made from published Flows, done by field workers."
      actions={newTask}
    >
      <Filters filter={filter} onChange={setFilter} />
      <Card>
        <QueryView query={tasks} loading={<ListSkeleton />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length > 0) return <TaskTable tasks={items} />
            return isFiltered ? (
              <EmptyState
                icon={Search}
                title="No task matches"
                action={<Button onClick={() => setFilter(noFilter)}>Show all</Button>}
              >
                Try other words, another status or another flow.
              </EmptyState>
            ) : (
              <EmptyState icon={ListChecks} title="No tasks yet" action={newTask}>
                Make one from a published Flow and assign it to a field worker.
              </EmptyState>
            )
          }}
        </QueryView>
      </Card>
      {tasks.hasNextPage && (
        <Button
          className="self-center"
          busy={tasks.isFetchingNextPage}
          onClick={() => void tasks.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <Suspense>{isMaking && <NewTaskDialog onClose={() => setIsMaking(false)} />}</Suspense>
    </Screen>
  )
}

interface FiltersProps {
  filter: TaskFilter
  onChange: (filter: TaskFilter) => void
}

const Filters = ({ filter, onChange }: FiltersProps) => {
  const flows = useQuery(publishedFlowsQuery)
  return (
    <search className="flex flex-wrap gap-2">
      <Field label="Search tasks" labelHidden className="min-w-full grow sm:min-w-40 sm:max-w-72">
        {(control) => (
          <Input
            {...control}
            type="search"
            placeholder="Search tasks"
            value={filter.search}
            onChange={({ target }) => onChange({ ...filter, search: target.value })}
          />
        )}
      </Field>
      <Field label="Status" labelHidden className="w-36 max-sm:grow">
        {(control) => (
          <Select
            {...control}
            value={filter.status}
            onChange={({ target }) =>
              onChange({ ...filter, status: target.value as TaskFilter['status'] })
            }
          >
            <option value="">All statuses</option>
            <option value="unassigned">Unassigned</option>
            <option value="ongoing">Ongoing</option>
            <option value="done">Done</option>
          </Select>
        )}
      </Field>
      <Field label="Flow" labelHidden className="w-48 max-sm:grow">
        {(control) => (
          <Select
            {...control}
            value={filter.flowId}
            onChange={({ target }) => onChange({ ...filter, flowId: target.value })}
          >
            <option value="">All flows</option>
            {flows.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </search>
  )
}
