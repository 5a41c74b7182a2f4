import type { ReactNode } from 'react'
import type { DifferenceGroup, DifferenceLine } from '#domain/flow/describe-difference.ts'
import { ChangeMark } from './change-mark.tsx'

/** Some of a long list is enough to see what it is about. */
const mostLines = 400

interface DifferenceListProps {
  groups: readonly DifferenceGroup[]
  /** What can be done about a page, or about a component, beside its words. */
  actionOf?: (part: { pageId: string; line: DifferenceLine | null }) => ReactNode
}

/** Differences in words, page by page. */
export const DifferenceList = ({ groups, actionOf }: DifferenceListProps) => {
  let room = mostLines
  const shown = groups.flatMap((group) => {
    const lines = group.lines.slice(0, Math.max(room, 0))
    room -= group.lines.length
    return lines.length > 0 ? [{ ...group, lines }] : []
  })
  return (
    <div className="flex flex-col gap-4">
      {shown.map(({ pageId, title, lines }) => (
        <section key={pageId ?? ''} aria-label={title}>
          <div className="flex min-h-7 items-center gap-2">
            <h3 className="min-w-0 grow truncate font-semibold text-ink text-sm">{title}</h3>
            {pageId !== null && actionOf?.({ pageId, line: null })}
          </div>
          <ul className="mt-1 flex flex-col gap-1">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and never change places
              <li key={index} className="flex items-start gap-2 text-sm">
                <ChangeMark kind={line.kind} />
                <span className="min-w-0 grow break-words text-ink">
                  {line.subject !== null && <span className="text-muted">{line.subject} › </span>}
                  {line.text}
                </span>
                {pageId !== null && actionOf?.({ pageId, line })}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {room < 0 && <p className="text-muted text-sm">And {-room} more.</p>}
    </div>
  )
}
