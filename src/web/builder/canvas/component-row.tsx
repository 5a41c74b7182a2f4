import clsx from 'clsx'
import { CircleAlert, EyeOff, GripVertical, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { getComponent } from '#domain/flow/flow-state.ts'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import { clickComponent } from '../actions/select-commands.ts'
import { useBuilder, useFlow, useProblems, useSession } from '../builder-context.tsx'
import { TitleInput } from '../rename/title-input.tsx'
import { useRenaming } from '../rename/use-renaming.ts'
import { isComponentSelected } from '../state/selection.ts'
import { followDrag } from './drag-gesture.ts'

const ProblemMark = ({ componentId }: { componentId: string }) => {
  const severity = useProblems(({ worstById }) => worstById.get(componentId))
  if (severity === undefined) return null
  const isError = severity === 'error'
  const Icon = isError ? CircleAlert : TriangleAlert
  return (
    <Icon
      role="img"
      aria-label={isError ? 'Has an error' : 'Has a warning'}
      className={clsx('size-4 shrink-0', isError ? 'text-danger-ink' : 'text-warning-ink')}
    />
  )
}

/** One component on a page: a press selects it, a drag moves it. */
export const ComponentRow = memo(({ componentId }: { componentId: string }) => {
  const builder = useBuilder()
  const component = useFlow((flow) => getComponent(flow, componentId))
  const isSelected = useSession(({ selection }) => isComponentSelected(selection, componentId))
  const view = getComponentView(component.type)
  const Icon = view.icon(component)
  const isRenaming = useRenaming(componentId, 'canvas')
  const detail = useFlow((flow) => view.detail(component, (id) => flow.componentsById[id]?.title))
  if (isRenaming) {
    return (
      <li data-row={componentId} className="flex h-11 items-center px-2">
        <TitleInput id={componentId} title={component.title} />
      </li>
    )
  }
  return (
    <li
      data-row={componentId}
      className="flex h-11 items-center px-2"
      onPointerDown={(event) =>
        followDrag(builder, event, { kind: 'component', componentId }, component.title)
      }
    >
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={(event) => {
          event.stopPropagation()
          clickComponent(builder, componentId, event)
          builder.session.setState({ drawer: 'right' })
        }}
        className={clsx(
          'group flex h-10 w-full min-w-0 items-center gap-2 rounded-lg px-2 text-left transition-colors',
          isSelected
            ? 'bg-accent-soft ring-2 ring-accent ring-inset'
            : 'bg-subtle/60 hover:bg-subtle',
          !component.visible && 'opacity-60',
        )}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 grow">
          <span className="block truncate font-medium text-ink text-sm leading-4">
            {component.title}
            {component.required && view.asksAnswer && (
              <span className="text-danger-ink" title="Required">
                {' '}
                *
              </span>
            )}
          </span>
          <span className="block truncate text-muted text-xs leading-4">{detail}</span>
        </span>
        {!component.visible && (
          <EyeOff role="img" aria-label="Not visible" className="size-3.5 shrink-0 text-muted" />
        )}
        <ProblemMark componentId={componentId} />
        <GripVertical
          data-grip=""
          aria-hidden="true"
          className="size-4 shrink-0 touch-none text-faint opacity-0 group-hover:opacity-100 pointer-coarse:opacity-100"
        />
      </button>
    </li>
  )
})
