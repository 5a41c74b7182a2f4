import { Handle, Position } from '@xyflow/react'
import clsx from 'clsx'
import { ClipboardList, Flag, Smartphone } from 'lucide-react'
import { memo } from 'react'
import { useStore } from 'zustand'
import type { PageState } from '#domain/flow/flow-state.ts'
import { pageSize } from '#domain/flow/page-extent.ts'
import { handleSizes, handleTop } from '#web/shared/flow-view/page-joints.ts'
import { useFlow, useSession } from '../builder-context.tsx'
import { TitleInput } from '../rename/title-input.tsx'
import { useRenaming } from '../rename/use-renaming.ts'
import { isPageSelected } from '../state/selection.ts'
import { AddComponentButton } from './add-component-button.tsx'
import { canvasMarks } from './canvas-marks.ts'
import { ComponentRow } from './component-row.tsx'
import { detailedPages } from './detailed-pages.ts'
import { ProblemMark } from './problem-mark.tsx'

const handleClass = 'min-w-0! border-2! border-surface! after:absolute after:-inset-2.5'

const handleStyle = { top: handleTop, width: handleSizes.page, height: handleSizes.page }

interface PageNodeProps {
  id: string
}

/** The components of a page, and the place to add one. */
const PageBody = ({ page }: { page: PageState }) => (
  <div className="page-rows nodrag nopan nokey">
    <ul data-drop-list="" aria-label={`Components of ${page.title}`}>
      {page.componentOrder.map((componentId) => (
        <ComponentRow key={componentId} componentId={componentId} />
      ))}
    </ul>
    {page.componentOrder.length === 0 && (
      <p
        style={{ height: pageSize.empty }}
        className="grid place-items-center px-4 text-center text-muted text-xs"
      >
        Drag a component here
      </p>
    )}
    <AddComponentButton pageId={page.id} pageTitle={page.title} />
  </div>
)

/** A page on the canvas: drawn like a phone's page, its components as rows in order. */
const PageCard = ({ id }: PageNodeProps) => {
  const page = useFlow((flow) => flow.pagesById[id])
  const isSelected = useSession(({ selection }) => isPageSelected(selection, id))
  const isDetailed = useStore(detailedPages, ({ ids }) => ids.has(id))
  const isPreviewed = useStore(canvasMarks, ({ previewed }) => previewed === id)
  const isRenaming = useRenaming(id, 'canvas')
  if (page === undefined) return null
  const isInitial = page.kind === 'initial'
  const Icon = isInitial ? ClipboardList : Smartphone
  return (
    <div
      data-drop-page={id}
      style={{ width: pageSize.width }}
      className={clsx(
        'page-node h-full rounded-2xl bg-surface text-sm shadow-card ring-1',
        isSelected ? 'ring-2 ring-accent' : 'ring-line',
        isPreviewed && 'outline-3 outline-success outline-offset-3',
      )}
    >
      {!isInitial && (
        <Handle
          type="target"
          position={Position.Left}
          className={handleClass}
          style={handleStyle}
        />
      )}
      <Handle type="source" position={Position.Right} className={handleClass} style={handleStyle} />
      <header
        style={{ minHeight: pageSize.header }}
        className="flex items-center gap-2.5 border-line border-b px-3.5"
      >
        <Icon
          aria-hidden="true"
          className={clsx('size-4 shrink-0', isInitial ? 'text-accent-ink' : 'text-muted')}
        />
        <div className="min-w-0 grow">
          {isRenaming ? (
            <TitleInput id={id} title={page.title} />
          ) : (
            <p className="page-title truncate font-semibold text-ink leading-5">{page.title}</p>
          )}
          <p className="truncate text-muted text-xs leading-4">
            {isInitial ? 'Initial Page' : 'Mobile App Page'}
          </p>
        </div>
        <ProblemMark id={id} />
      </header>
      {isDetailed && <PageBody page={page} />}
    </div>
  )
}

/** React Flow passes much else that changes in a drag; the page itself comes from the document. */
export const PageNode = memo<PageNodeProps>(PageCard, (before, after) => before.id === after.id)
PageNode.displayName = 'PageNode'

/** Where the task ends. */
export const FinishNode = memo(() => (
  <div className="flex h-9 w-26 items-center justify-center gap-1.5 rounded-full bg-surface font-medium text-muted text-xs ring-1 ring-line">
    <Handle type="target" position={Position.Left} className={handleClass} />
    <Flag aria-hidden="true" className="size-3.5" />
    Finish Task
  </div>
))
