import clsx from 'clsx'
import { ChevronRight, ClipboardList, Smartphone } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Severity } from '#domain/components/component-problem.ts'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import { clickComponent, clickPage } from '../actions/select-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import { useBuilder, useFlow, useProblems, useSession } from '../builder-context.tsx'
import { followDrag } from '../canvas/drag-gesture.ts'
import { TitleInput } from '../rename/title-input.tsx'
import { useRenaming } from '../rename/use-renaming.ts'
import { isComponentSelected, isPageSelected } from '../state/selection.ts'
import type { OutlineBlock } from './outline-rows.ts'

const rowClass = (isSelected: boolean) =>
  clsx(
    'flex h-8 w-full min-w-0 cursor-default items-center gap-2 rounded-md pr-2 text-sm focus-visible:-outline-offset-2',
    isSelected ? 'bg-accent-soft text-accent-ink' : 'text-ink hover:bg-subtle',
  )

const useSeverity = (id: string) => useProblems(({ worstById }) => worstById.get(id))

const Dot = ({ severity }: { severity: Severity | undefined }) =>
  severity === undefined ? null : (
    <span
      className={clsx(
        'ml-auto size-2 shrink-0 rounded-full',
        severity === 'error' ? 'bg-danger' : 'bg-warning-ink',
      )}
    >
      <span className="sr-only">{severity === 'error' ? ', has an error' : ', has a warning'}</span>
    </span>
  )

const Title = ({ id, title }: { id: string; title: string }) =>
  useRenaming(id, 'outline') ? (
    <TitleInput id={id} title={title} />
  ) : (
    <span className="truncate">{title}</span>
  )

const reveal = (builder: Builder, id: string) => {
  const pageId = flowOf(builder).pageIdByComponentId[id] ?? id
  builder.canvas?.reveal(pageId)
}

interface RowProps {
  id: string
  hasFocus: boolean
  position: number
  count: number
}

/** A component in the outline. */
const ComponentItem = memo(({ id, hasFocus, position, count }: RowProps) => {
  const builder = useBuilder()
  const component = useFlow((flow) => flow.componentsById[id])
  const isSelected = useSession(({ selection }) => isComponentSelected(selection, id))
  const severity = useSeverity(id)
  if (component === undefined) return null
  const { title } = component
  const Icon = getComponentView(component.type).icon(component)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of all its rows
    <div
      role="treeitem"
      tabIndex={hasFocus ? 0 : -1}
      data-outline-row={id}
      aria-posinset={position}
      aria-setsize={count}
      data-row={id}
      aria-level={2}
      aria-selected={isSelected}
      className={clsx(rowClass(isSelected), 'pl-9')}
      onPointerDown={(event) =>
        followDrag(builder, event, { kind: 'component', componentId: id }, title)
      }
      onClick={(event) => {
        clickComponent(builder, id, event)
        reveal(builder, id)
      }}
    >
      <Icon data-grip="" aria-hidden="true" className="size-3.5 shrink-0 touch-none text-muted" />
      <Title id={id} title={title} />
      <Dot severity={severity} />
    </div>
  )
})
ComponentItem.displayName = 'ComponentItem'

interface PageItemProps {
  block: OutlineBlock
  /** How many pages there are in the list. */
  count: number
  focusedId: string | undefined
  onFold: (pageId: string, open: boolean) => void
}

const Fold = (props: { isOpen: boolean; isEmpty: boolean; onFold: () => void }): ReactNode => (
  <ChevronRight
    aria-hidden="true"
    className={clsx(
      'size-6 shrink-0 p-1.5 text-faint',
      props.isOpen && 'rotate-90',
      props.isEmpty && 'invisible',
    )}
    onClick={(event) => {
      event.stopPropagation()
      props.onFold()
    }}
  />
)

/** A page in the outline with what is shown below it. */
export const PageItem = memo(({ block, count, focusedId, onFold }: PageItemProps) => {
  const { pageId: id, componentIds, isOpen, top, position } = block
  const builder = useBuilder()
  const page = useFlow((flow) => flow.pagesById[id])
  const isSelected = useSession(({ selection }) => isPageSelected(selection, id))
  const severity = useSeverity(id)
  if (page === undefined) return null
  const { title } = page
  const Icon = page.kind === 'initial' ? ClipboardList : Smartphone
  return (
    <div role="none" data-drop-page={id} style={{ top }} className="absolute inset-x-1.5">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of all its rows */}
      <div
        role="treeitem"
        tabIndex={focusedId === id ? 0 : -1}
        data-outline-row={id}
        aria-posinset={position}
        aria-setsize={count}
        aria-level={1}
        aria-selected={isSelected}
        {...(page.componentOrder.length > 0 && { 'aria-expanded': isOpen })}
        className={clsx(rowClass(isSelected), 'gap-1.5 font-medium')}
        onClick={(event) => {
          clickPage(builder, id, event)
          reveal(builder, id)
        }}
      >
        <Fold
          isOpen={isOpen}
          isEmpty={componentIds.length === 0}
          onFold={() => onFold(id, !isOpen)}
        />
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Title id={id} title={title} />
        <Dot severity={severity} />
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: in a tree, children stand in a group
        <div role="group" data-drop-list="">
          {componentIds.map((componentId, index) => (
            <ComponentItem
              key={componentId}
              id={componentId}
              hasFocus={focusedId === componentId}
              position={index + 1}
              count={componentIds.length}
            />
          ))}
        </div>
      )}
    </div>
  )
})
PageItem.displayName = 'PageItem'
