import { finishTarget } from '#domain/flow/finish-target.ts'
import { listPages } from '#domain/flow/flow-state.ts'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { useFlow } from '../builder-context.tsx'

interface WayTargetProps {
  label: string
  pageId: string
  /** The page that it leads to, or the finish; empty is the next page in order. */
  value: string
  /** Whether the next page in order can be chosen as such. */
  canFollow?: boolean
  onChange: (to: string) => void
}

/** Where a way leads. */
export const WayTarget = ({ label, pageId, value, canFollow, onChange }: WayTargetProps) => {
  const flow = useFlow((state) => state)
  const pages = listPages(flow)
  const targets = pages.filter(({ id, kind }) => id !== pageId && kind === 'mobile')
  const following = pages[flow.pageOrder.indexOf(pageId) + 1]?.title ?? 'Finish Task'
  const isLost = value !== '' && value !== finishTarget && flow.pagesById[value] === undefined
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {canFollow && <option value="">Next page in order ({following})</option>}
          {isLost && <option value={value}>A deleted page</option>}
          {targets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value={finishTarget}>Finish Task</option>
        </Select>
      )}
    </Field>
  )
}
