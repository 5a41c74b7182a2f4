import type { ReactNode } from 'react'
import { replaceIn, type TextMatch } from '#domain/flow/replace-texts.ts'
import { Button } from '#web/ui/button.tsx'
import { useFlow } from '../builder-context.tsx'

/** The text with its matches marked. */
const marked = ({ text, ranges }: TextMatch): ReactNode[] => {
  let from = 0
  const parts = ranges.flatMap(([start, end]) => {
    const before = text.slice(from, start)
    from = end
    return [
      before,
      <mark key={start} className="rounded-sm bg-warning-soft text-warning-ink">
        {text.slice(start, end)}
      </mark>,
    ]
  })
  return [...parts, text.slice(from)]
}

interface MatchItemProps {
  match: TextMatch
  replacement: string
  onLocate: () => void
  onReplace: () => void
}

/** A text that was found: where it is, how it reads, and how it would read. */
export const MatchItem = ({ match, replacement, onLocate, onReplace }: MatchItemProps) => {
  const { owner, label } = match
  const id = owner.kind === 'flow' ? '' : owner.id
  const title = useFlow(
    (flow) => flow.componentsById[id]?.title ?? flow.pagesById[id]?.title ?? 'Flow',
  )
  const pageTitle = useFlow((flow) => flow.pagesById[flow.pageIdByComponentId[id] ?? '']?.title)
  return (
    <li className="flex items-start gap-2 rounded-md px-2 py-1.5 hover:bg-subtle">
      <button type="button" onClick={onLocate} className="min-w-0 grow text-left">
        <span className="block truncate text-muted text-xs">
          {pageTitle !== undefined && `${pageTitle} › `}
          {title} › {label}
        </span>
        <span className="block break-words text-ink text-sm">{marked(match)}</span>
        {replacement !== '' && (
          <span className="block break-words text-muted text-sm">
            → {replaceIn(match, replacement)}
          </span>
        )}
      </button>
      <Button
        size="small"
        data-replace=""
        aria-label={`Replace in ${label} of ${title}`}
        onClick={onReplace}
      >
        Replace
      </Button>
    </li>
  )
}
