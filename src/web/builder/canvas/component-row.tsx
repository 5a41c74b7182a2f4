import clsx from 'clsx'
import { EyeOff } from 'lucide-react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { getComponent } from '#domain/flow/flow-state.ts'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import { clickComponent } from '../actions/select-commands.ts'
import { useBuilder, useFlow, useSession } from '../builder-context.tsx'
import { TitleInput } from '../rename/title-input.tsx'
import { useRenaming } from '../rename/use-renaming.ts'
import { isComponentSelected } from '../state/selection.ts'
import { canvasMarks } from './canvas-marks.ts'
import { followDrag } from './drag-gesture.ts'
import { ProblemMark } from './problem-mark.tsx'

/** One component on a page: a press selects it, a drag moves it. */
export const ComponentRow = memo(({ componentId }: { componentId: string }) => {
  const builder = useBuilder()
  const component = useFlow((flow) => getComponent(flow, componentId))
  const isSelected = useSession(({ selection }) => isComponentSelected(selection, componentId))
  const isRelated = useStore(canvasMarks, ({ related }) => related.has(componentId))
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
          isRelated && 'outline-2 outline-accent/60 -outline-offset-2 outline-dashed',
          !component.visible && 'opacity-60',
        )}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <span className="grid min-w-0 grow grid-cols-[minmax(0,max-content)_1fr] gap-x-1">
          <span className="truncate font-medium text-ink text-sm leading-4">{component.title}</span>
          {component.required && view.asksAnswer && (
            <span className="text-danger-ink text-sm leading-4" title="Required">
              *
            </span>
          )}
          <span className="col-span-2 truncate text-muted text-xs leading-4">{detail}</span>
        </span>
        {!component.visible && (
          <EyeOff role="img" aria-label="Not visible" className="size-3.5 shrink-0 text-muted" />
        )}
        <ProblemMark id={componentId} />
        <span
          data-grip=""
          aria-hidden="true"
          className="row-grip size-4 shrink-0 touch-none text-faint"
        />
      </button>
    </li>
  )
})
