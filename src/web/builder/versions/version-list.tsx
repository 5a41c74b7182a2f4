import { useInfiniteQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import type { FlowVersion } from '#contract/flow-contract.ts'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import { useNow } from '#web/shared/use-now.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { EditSessionItem } from './edit-session-item.tsx'
import { groupEdits } from './group-edits.ts'
import { editsQuery } from './version-queries.ts'

interface VersionListProps {
  flowId: string
  versions: readonly FlowVersion[]
  chosen: number | undefined
  onChoose: (version: number) => void
}

const VersionItem = ({
  version,
  isCurrent,
  isChosen,
  onChoose,
  now,
}: {
  version: FlowVersion
  isCurrent: boolean
  isChosen: boolean
  onChoose: () => void
  now: number
}) => (
  <button
    type="button"
    aria-pressed={isChosen}
    onClick={onChoose}
    className={clsx(
      'flex w-full flex-col gap-0.5 rounded-lg px-3 py-2 text-left',
      isChosen ? 'bg-accent-soft ring-1 ring-accent ring-inset' : 'hover:bg-subtle',
    )}
  >
    <span className="flex w-full items-center gap-2">
      <span className="min-w-0 grow truncate font-semibold text-ink text-sm">
        Version {version.version}
      </span>
      {isCurrent && <Badge tone="success">Published</Badge>}
    </span>
    {version.name !== '' && (
      <span className="w-full break-words font-medium text-ink text-xs">{version.name}</span>
    )}
    <span className="text-muted text-xs">
      {version.publishedBy},{' '}
      <time dateTime={version.publishedAt} title={formatDateTime(version.publishedAt)}>
        {formatAgo(version.publishedAt, now)}
      </time>
    </span>
    {version.note !== '' && (
      <span className="w-full whitespace-pre-line break-words text-muted text-xs">
        {version.note}
      </span>
    )}
  </button>
)

/** Versions, newest first, with the edits that led to each. */
export const VersionList = ({ flowId, versions, chosen, onChoose }: VersionListProps) => {
  const now = useNow(30_000)
  const query = useInfiniteQuery(editsQuery(flowId))
  const edits = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="flex flex-col gap-1 p-2">
      <ol aria-label="Versions and edits, newest first" className="flex flex-col gap-1">
        {groupEdits(edits, versions).map((entry) =>
          entry.kind === 'version' ? (
            <li key={`version/${entry.version.version}`}>
              <VersionItem
                version={entry.version}
                isCurrent={entry.version === versions[0]}
                isChosen={entry.version.version === chosen}
                onChoose={() => onChoose(entry.version.version)}
                now={now}
              />
            </li>
          ) : (
            <li key={`session/${entry.edits[0].revision}`}>
              <EditSessionItem session={entry} now={now} />
            </li>
          ),
        )}
      </ol>
      {query.hasNextPage && (
        <Button
          size="small"
          className="self-center"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show earlier edits
        </Button>
      )}
      {query.isError && <p className="px-2 text-danger-ink text-xs">The edits can't be shown.</p>}
    </div>
  )
}
