import { ChevronRight } from 'lucide-react'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import type { EditSession } from './group-edits.ts'

/** What one person did in one go; opens to each edit in words. */
export const EditSessionItem = ({ session, now }: { session: EditSession; now: number }) => {
  const { by, edits } = session
  const [latest] = edits
  return (
    <details className="group rounded-md">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-md px-2 py-1.5 text-muted text-xs hover:bg-subtle">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 shrink-0 transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 grow truncate">
          <span className="font-medium text-ink">{by}</span>,{' '}
          {edits.length === 1 ? '1 edit' : `${edits.length} edits`}
        </span>
        <time dateTime={latest.at} title={formatDateTime(latest.at)} className="shrink-0">
          {formatAgo(latest.at, now)}
        </time>
      </summary>
      <ul className="mb-1 ml-4 flex flex-col gap-1 border-line border-l py-1 pl-3">
        {edits.map(({ revision, text, subject }) => (
          <li key={revision} className="break-words text-ink text-xs">
            {subject !== null && <span className="text-muted">{subject} › </span>}
            {text || 'Edited'}
          </li>
        ))}
      </ul>
    </details>
  )
}
