import { Handle, Position } from '@xyflow/react'
import clsx from 'clsx'
import { ClipboardList, Flag, Smartphone } from 'lucide-react'
import { memo } from 'react'
import { getComponentType } from '#domain/components/component-registry.ts'
import { getComponent } from '#domain/flow/flow-state.ts'
import { pageSize } from '#domain/flow/page-extent.ts'
import { ChangeMark, changeLooks } from './change-mark.tsx'
import { useFlowView } from './flow-marks.ts'
import { handleSizes, handleTop } from './page-joints.ts'

const handleClass = 'min-w-0! min-h-0! border-0! opacity-0'

const ViewRow = ({ pageId, componentId }: { pageId: string; componentId: string }) => {
  const { flow, marks, selected, onSelect } = useFlowView()
  const component = getComponent(flow, componentId)
  const kind = marks.components.get(componentId)
  const content = (
    <>
      <span className="min-w-0 grow">
        <span
          className={clsx(
            'block truncate font-medium text-ink text-sm leading-4',
            kind === 'removed' && 'line-through',
          )}
        >
          {component.title}
        </span>
        <span className="block truncate text-muted text-xs leading-4">
          {getComponentType(component.type).describe(component)}
        </span>
      </span>
      {kind && <ChangeMark kind={kind} />}
    </>
  )
  const look = clsx(
    'flex h-10 w-full min-w-0 items-center gap-2 rounded-lg px-2.5 text-left ring-1 ring-inset',
    kind === undefined
      ? 'bg-subtle/60 ring-transparent'
      : [changeLooks[kind].fill, changeLooks[kind].ring],
    selected?.componentId === componentId && 'outline-2 outline-accent',
  )
  return (
    <li className="flex h-11 items-center px-2">
      {onSelect ? (
        <button
          type="button"
          aria-pressed={selected?.componentId === componentId}
          className={clsx(look, 'nodrag nopan pointer-events-auto')}
          onClick={() => onSelect({ pageId, componentId })}
        >
          {content}
        </button>
      ) : (
        <div className={look}>{content}</div>
      )}
    </li>
  )
}

/** A page of a flow that is only looked at. */
const ViewPage = ({ id }: { id: string }) => {
  const { flow, marks, selected, onSelect } = useFlowView()
  const page = flow.pagesById[id]
  if (page === undefined) return null
  const kind = marks.pages.get(id)
  const isSelected = selected?.pageId === id && selected.componentId === null
  const Icon = page.kind === 'initial' ? ClipboardList : Smartphone
  const header = (
    <>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 grow">
        <span
          className={clsx(
            'page-title block truncate font-semibold text-ink leading-5',
            kind === 'removed' && 'line-through',
          )}
        >
          {page.title}
        </span>
        <span className="block truncate text-muted text-xs leading-4">
          {page.kind === 'initial' ? 'Initial Page' : 'Mobile App Page'}
        </span>
      </span>
      {kind && <ChangeMark kind={kind} />}
    </>
  )
  const headerLook = 'flex w-full items-center gap-2.5 border-line border-b px-3.5 text-left'
  return (
    <div
      style={{ width: pageSize.width }}
      className={clsx(
        'h-full rounded-2xl text-sm shadow-card',
        kind === undefined ? 'ring-1 ring-line' : ['ring-2', changeLooks[kind].ring],
        kind === 'added' || kind === 'removed' ? changeLooks[kind].fill : 'bg-surface',
        isSelected && 'outline-2 outline-accent outline-offset-2',
      )}
    >
      <Handle type="target" position={Position.Left} className={handleClass} style={handleStyle} />
      <Handle type="source" position={Position.Right} className={handleClass} style={handleStyle} />
      {onSelect ? (
        <button
          type="button"
          aria-pressed={isSelected}
          style={{ height: pageSize.header }}
          className={clsx(headerLook, 'nodrag nopan pointer-events-auto')}
          onClick={() => onSelect({ pageId: id, componentId: null })}
        >
          {header}
        </button>
      ) : (
        <div style={{ height: pageSize.header }} className={headerLook}>
          {header}
        </div>
      )}
      <ul aria-label={`Components of ${page.title}`}>
        {page.componentOrder.map((componentId) => (
          <ViewRow key={componentId} pageId={id} componentId={componentId} />
        ))}
      </ul>
      {page.componentOrder.length === 0 && (
        <p className="px-4 py-5 text-center text-muted text-xs">Empty</p>
      )}
    </div>
  )
}

const handleStyle = { top: handleTop, width: handleSizes.page, height: handleSizes.page }

export const ViewNode = memo<{ id: string }>(ViewPage, (one, other) => one.id === other.id)
ViewNode.displayName = 'ViewNode'

/** Where the task ends. */
export const ViewFinish = memo(() => (
  <div className="flex h-9 w-26 items-center justify-center gap-1.5 rounded-full bg-surface font-medium text-muted text-xs ring-1 ring-line">
    <Handle type="target" position={Position.Left} className={handleClass} />
    <Flag aria-hidden="true" className="size-3.5" />
    Finish Task
  </div>
))
ViewFinish.displayName = 'ViewFinish'
