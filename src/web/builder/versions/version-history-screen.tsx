import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, GitCommitVertical } from 'lucide-react'
import { useState } from 'react'
import type { FlowVersion } from '#contract/flow-contract.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { ErrorPanel } from '#web/shared/error-panel.tsx'
import { Link } from '#web/shared/link.tsx'
import { useDocumentTitle } from '#web/shared/use-document-title.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Spinner } from '#web/ui/spinner.tsx'
import { VersionList } from './version-list.tsx'
import { draftQuery, versionQuery, versionsQuery } from './version-queries.ts'
import { VersionView } from './version-view.tsx'

/** Version History: what was published and done, and what can be brought back. */
export const VersionHistoryScreen = ({ flowId }: { flowId: string }) => {
  const draft = useQuery(draftQuery(flowId))
  const versions = useQuery(versionsQuery(flowId))
  const [wanted, setWanted] = useState<number>()
  const items = versions.data?.items
  const chosen = wanted ?? items?.[0]?.version
  useDocumentTitle(draft.data ? `Versions of ${draft.data.name}` : 'Version History')
  const error = draft.error ?? versions.error
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <header className="flex h-13 shrink-0 items-center gap-2 border-line border-b bg-surface px-2">
        <Link
          href={`/flows/${flowId}`}
          aria-label="Back to the flow"
          className="grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-subtle hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
        </Link>
        <h1 className="shrink-0 font-semibold text-base text-ink">Version History</h1>
        <span className="min-w-0 truncate text-muted text-sm">{draft.data?.name}</span>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="grid min-h-0 grow max-lg:block max-lg:overflow-y-auto lg:grid-cols-[18rem_minmax(0,1fr)] lg:grid-rows-1"
      >
        {items && draft.data ? (
          <>
            <section
              aria-label="Versions"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
              tabIndex={0}
              className="min-h-0 overflow-y-auto border-line bg-surface max-lg:max-h-72 max-lg:border-b lg:border-r"
            >
              <VersionList flowId={flowId} versions={items} chosen={chosen} onChoose={setWanted} />
            </section>
            {chosen === undefined ? (
              <EmptyState icon={GitCommitVertical} title="Not published yet">
                Each time the flow is published, a version stays here that can be restored.
              </EmptyState>
            ) : (
              <ChosenVersion
                key={chosen}
                flowId={flowId}
                number={chosen}
                versions={items}
                draft={draft.data.flow}
              />
            )}
          </>
        ) : (
          <div className="grid h-full place-items-center p-6 lg:col-span-2">
            {error ? (
              <ErrorPanel
                error={error}
                onRetry={() => {
                  void draft.refetch()
                  void versions.refetch()
                }}
              />
            ) : (
              <Loading />
            )}
          </div>
        )}
      </main>
    </div>
  )
}

const Loading = () => (
  <span role="status" className="flex items-center gap-2 text-muted">
    <Spinner /> Opening the history…
  </span>
)

interface ChosenVersionProps {
  flowId: string
  number: number
  versions: readonly FlowVersion[]
  draft: FlowState
}

/** Fetches a version and the one before it. */
const ChosenVersion = ({ flowId, number, versions, draft }: ChosenVersionProps) => {
  const before = versions.find(({ version }) => version === number - 1)?.version
  const version = useQuery(versionQuery(flowId, number))
  const previous = useQuery({
    ...versionQuery(flowId, before ?? 0),
    enabled: before !== undefined,
  })
  const error = version.error ?? previous.error
  if (version.data && (before === undefined || previous.data)) {
    return (
      <VersionView
        flowId={flowId}
        number={number}
        version={version.data}
        draft={draft}
        previous={previous.data}
      />
    )
  }
  return (
    <div className="grid place-items-center p-6">
      {error ? <ErrorPanel error={error} onRetry={() => void version.refetch()} /> : <Loading />}
    </div>
  )
}
