import { useMemo, useState } from 'react'
import { describeDifference } from '#domain/flow/describe-difference.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { readDifference } from '#domain/flow/read-difference.ts'
import { DifferenceList } from '#web/shared/flow-view/difference-list.tsx'
import { type FlowPart, toFlowMarks } from '#web/shared/flow-view/flow-marks.ts'
import { FlowView } from '#web/shared/flow-view/flow-view.tsx'
import { Button } from '#web/ui/button.tsx'
import { CompareSwitch, type Comparison } from './compare-switch.tsx'
import { useRestore } from './version-queries.ts'

interface VersionViewProps {
  flowId: string
  number: number
  version: FlowState
  draft: FlowState
  /** The version before; nothing for the first. */
  previous: FlowState | undefined
}

/** One version on a canvas, what is different about it in words, and what can be brought back. */
export const VersionView = ({ flowId, number, version, draft, previous }: VersionViewProps) => {
  const [comparison, setComparison] = useState<Comparison>('draft')
  const [selected, setSelected] = useState<FlowPart>()
  const restore = useRestore(flowId, number)
  const before = comparison === 'draft' ? draft : (previous ?? draft)
  const { marks, groups } = useMemo(() => {
    const difference = readDifference(before, version)
    return { marks: toFlowMarks(difference), groups: describeDifference(difference) }
  }, [before, version])
  const restorePage = (pageId: string) => restore.mutate({ pageId })
  const restoreComponent = (componentId: string) => restore.mutate({ componentId })
  return (
    <div className="grid min-h-0 grow max-lg:grid-rows-[20rem_auto] lg:grid-cols-[minmax(0,1fr)_22rem]">
      <FlowView
        label={`Version ${number}`}
        flow={version}
        marks={marks}
        selected={selected}
        onSelect={setSelected}
      />
      <aside
        aria-label={`About version ${number}`}
        className="flex min-h-0 flex-col border-line bg-surface max-lg:border-t lg:overflow-y-auto lg:border-l"
      >
        <div className="flex flex-col gap-3 border-line border-b p-4">
          <div className="flex items-center justify-between gap-2">
            <h2 className="font-semibold text-base text-ink">Version {number}</h2>
            <Button variant="primary" busy={restore.isPending} onClick={() => restore.mutate({})}>
              Restore version {number}
            </Button>
          </div>
          {previous && <CompareSwitch value={comparison} onChange={setComparison} />}
          <SelectedPart
            version={version}
            part={selected}
            onRestorePage={restorePage}
            onRestoreComponent={restoreComponent}
          />
        </div>
        <div className="flex flex-col gap-3 p-4">
          <p className="text-muted text-sm">
            {groups.length === 0
              ? comparison === 'draft'
                ? 'The draft is as it was in this version.'
                : 'Nothing changed in this version.'
              : comparison === 'draft'
                ? 'What restoring it would change in the draft:'
                : `What changed since version ${number - 1}:`}
          </p>
          <DifferenceList
            groups={groups}
            actionOf={({ pageId, line }) => {
              const componentId = line?.componentId ?? null
              const target = componentId ?? pageId
              const isThere =
                version.componentsById[target] !== undefined ||
                version.pagesById[target] !== undefined
              const isOwnLine = line === null || componentId !== null
              if (comparison !== 'draft' || !isThere || !isOwnLine) return null
              const title =
                version.componentsById[target]?.title ?? version.pagesById[target]?.title
              return (
                <Button
                  size="small"
                  variant="ghost"
                  aria-label={`Restore ${componentId ? '' : 'page '}${title}`}
                  onClick={() =>
                    componentId ? restoreComponent(componentId) : restorePage(pageId)
                  }
                >
                  Restore
                </Button>
              )
            }}
          />
        </div>
      </aside>
    </div>
  )
}

interface SelectedPartProps {
  version: FlowState
  part: FlowPart | undefined
  onRestorePage: (pageId: string) => void
  onRestoreComponent: (componentId: string) => void
}

/** What is chosen on the canvas can be brought back by itself. */
const SelectedPart = ({ version, part, onRestorePage, onRestoreComponent }: SelectedPartProps) => {
  const page = part && version.pagesById[part.pageId]
  if (part === undefined || page === undefined) {
    return (
      <p className="text-muted text-xs">
        Choose a page or a component on the canvas to restore it alone.
      </p>
    )
  }
  const { componentId } = part
  const component = componentId === null ? undefined : version.componentsById[componentId]
  return (
    <div className="flex flex-wrap gap-2">
      {component && (
        <Button size="small" onClick={() => onRestoreComponent(component.id)}>
          <span className="max-w-52 truncate">Restore {component.title}</span>
        </Button>
      )}
      <Button size="small" onClick={() => onRestorePage(page.id)}>
        <span className="max-w-52 truncate">Restore page {page.title}</span>
      </Button>
    </div>
  )
}
