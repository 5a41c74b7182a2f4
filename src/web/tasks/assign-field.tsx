import { useQuery } from '@tanstack/react-query'
import type { Task } from '#contract/task-contract.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { assigneesQuery, useAssignTask } from './task-queries.ts'

/** Who does a task; a choice holds at once. Done tasks do not change. */
export const AssignField = ({ task }: { task: Task }) => {
  const assignees = useQuery(assigneesQuery)
  const assign = useAssignTask(task.id)
  const current = task.assignee
  const isListed = assignees.data?.some(({ id }) => id === current?.id) ?? false
  const shown = assign.isPending ? (assign.variables ?? '') : (current?.id ?? '')
  return (
    <Field
      label="Assignee"
      className="mt-4 border-line border-t pt-4"
      error={assign.error === null ? undefined : toMessage(assign.error)}
    >
      {(control) => (
        <Select
          {...control}
          disabled={task.status === 'done' || assign.isPending}
          value={shown}
          onChange={({ target }) => assign.mutate(target.value || null)}
        >
          <option value="">Nobody yet</option>
          {current !== null && !isListed && <option value={current.id}>{current.name}</option>}
          {assignees.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
