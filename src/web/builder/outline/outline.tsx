import clsx from 'clsx'
import { ClipboardList, Plus, Smartphone } from 'lucide-react'
import { memo } from 'react'
import { getComponent } from '#domain/flow/flow-state.ts'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import { IconButton } from '#web/ui/icon-button.tsx'
import { addPage, selectComponent, selectPage } from '../actions/edit-commands.ts'
import { useBuilder, useFlow, useProblems, useSession } from '../builder-context.tsx'
import { followDrag } from '../canvas/drag-gesture.ts'

const rowClass = (isSelected: boolean) =>
  clsx(
    'flex h-8 w-full min-w-0 items-center gap-2 rounded-md text-left text-sm',
    isSelected ? 'bg-accent-soft text-accent-ink' : 'text-ink hover:bg-subtle',
  )

const Dot = ({ id }: { id: string }) => {
  const severity = useProblems(({ worstById }) => worstById.get(id))
  if (severity === undefined) return null
  return (
    <span
      role="img"
      aria-label={severity === 'error' ? 'Has an error' : 'Has a warning'}
      className={clsx(
        'ml-auto size-2 shrink-0 rounded-full',
        severity === 'error' ? 'bg-danger' : 'bg-warning-ink',
      )}
    />
  )
}

const OutlineComponent = memo(({ componentId }: { componentId: string }) => {
  const builder = useBuilder()
  const component = useFlow((flow) => getComponent(flow, componentId))
  const isSelected = useSession(
    ({ selection }) => selection.kind === 'component' && selection.componentId === componentId,
  )
  const Icon = getComponentView(component.type).icon(component)
  return (
    <li
      data-row={componentId}
      onPointerDown={(event) =>
        followDrag(builder, event, { kind: 'component', componentId }, component.title)
      }
    >
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => {
          const pageId = builder.editor.store.getState().flow.pageIdByComponentId[componentId]
          selectComponent(builder, componentId)
          if (pageId) builder.canvas?.reveal(pageId)
        }}
        className={clsx(rowClass(isSelected), 'pr-2 pl-8')}
      >
        <Icon data-grip="" aria-hidden="true" className="size-3.5 shrink-0 touch-none text-muted" />
        <span className="truncate">{component.title}</span>
        <Dot id={componentId} />
      </button>
    </li>
  )
})

/** Flows up to this size are shown whole; in larger ones only the page that is worked on is open. */
const shownWhole = 100

/** Whether the selected component stands on a page; both the selection and the flow can change that. */
const useHoldsSelected = (pageId: string): boolean => {
  const { editor, session } = useBuilder()
  const holds = () => {
    const { selection } = session.getState()
    if (selection.kind !== 'component') return false
    const { flow } = editor.store.getState()
    return flow.pageIdByComponentId[selection.componentId] === pageId
  }
  const bySelection = useSession(holds)
  const byFlow = useFlow(holds)
  return bySelection && byFlow
}

const OutlinePage = memo(({ pageId, isWhole }: { pageId: string; isWhole: boolean }) => {
  const builder = useBuilder()
  const holdsSelected = useHoldsSelected(pageId)
  const page = useFlow((flow) => flow.pagesById[pageId])
  const isSelected = useSession(
    ({ selection }) => selection.kind === 'page' && selection.pageId === pageId,
  )
  if (page === undefined) return null
  const isOpen = isWhole || isSelected || holdsSelected
  const Icon = page.kind === 'initial' ? ClipboardList : Smartphone
  return (
    <li data-drop-page={pageId}>
      <button
        type="button"
        aria-pressed={isSelected}
        aria-expanded={isOpen}
        onClick={() => {
          selectPage(builder, pageId)
          builder.canvas?.reveal(pageId)
        }}
        className={clsx(rowClass(isSelected), 'px-2 font-medium')}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <span className="truncate">{page.title}</span>
        <Dot id={pageId} />
      </button>
      {isOpen && (
        <ul data-drop-list="" aria-label={`Components of ${page.title} in the outline`}>
          {page.componentOrder.map((componentId) => (
            <OutlineComponent key={componentId} componentId={componentId} />
          ))}
        </ul>
      )}
    </li>
  )
})

/** The pages and their components as a list: select, reorder, drop. */
export const Outline = () => {
  const builder = useBuilder()
  const pageOrder = useFlow((flow) => flow.pageOrder)
  const isWhole = useFlow((flow) => Object.keys(flow.componentsById).length <= shownWhole)
  return (
    <section aria-label="Pages" className="flex min-h-0 flex-col">
      <div className="flex items-center justify-between px-3 pt-2 pb-1">
        <h2 className="font-semibold text-ink text-sm">Pages</h2>
        <IconButton
          icon={Plus}
          label="Add page"
          size="small"
          tooltipSide="left"
          onClick={() => addPage(builder)}
        />
      </div>
      <ul aria-label="Pages" className="min-h-0 grow overflow-y-auto px-1.5 pb-3">
        {pageOrder.map((pageId) => (
          <OutlinePage key={pageId} pageId={pageId} isWhole={isWhole} />
        ))}
      </ul>
    </section>
  )
}
