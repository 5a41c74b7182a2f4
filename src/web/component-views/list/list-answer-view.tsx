import { Check, Minus } from 'lucide-react'
import { findList } from '#domain/components/list/list-answer.ts'
import type { ListComponent } from '#domain/components/list/list-schema.ts'
import type { AnswerViewProps } from '../answer-view.ts'

/** The list of an answer, entry by entry. */
export const ListAnswerView = ({ value }: AnswerViewProps<ListComponent>) => (
  <ul className="flex flex-col gap-1">
    {(findList(value)?.entries ?? []).map((entry) => (
      <li key={entry.name} className="flex items-start gap-1.5">
        {typeof entry.value === 'boolean' && <Tick isSet={entry.value} />}
        <span className="min-w-0 break-words">{entry.name}</span>
        {typeof entry.value !== 'boolean' && (
          <span className="font-medium tabular-nums">{entry.value === '' ? '–' : entry.value}</span>
        )}
      </li>
    ))}
  </ul>
)

const Tick = ({ isSet }: { isSet: boolean }) => {
  const Icon = isSet ? Check : Minus
  return (
    <Icon
      role="img"
      aria-label={isSet ? 'Ticked' : 'Not ticked'}
      className={`mt-0.5 size-4 shrink-0 ${isSet ? 'text-success-ink' : 'text-muted'}`}
    />
  )
}
