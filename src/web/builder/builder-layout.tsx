import clsx from 'clsx'
import { PanelRight, Plus, X } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Announcer } from './announcer.tsx'
import { useBuilder, useProblems, useSaveState, useSession } from './builder-context.tsx'
import { frameClass, sidesClass } from './builder-frame.ts'
import { BuilderOverlays } from './builder-overlays.tsx'
import { DragLayer } from './canvas/drag-layer.tsx'
import { FlowCanvas } from './canvas/flow-canvas.tsx'
import type { Size } from './canvas/start-view.ts'
import { openContextMenu } from './context-menu/open-context-menu.ts'
import { BuilderHeader } from './header/builder-header.tsx'
import { SidePanel } from './inspector/side-panel.tsx'
import { Outline } from './outline/outline.tsx'
import { Palette } from './palette/palette.tsx'
import { DockedPhone } from './preview/lazy-preview.tsx'
import { SideResizer, toSideStyle } from './side-resizer.tsx'

const ConflictDialog = lazy(async () => ({
  default: (await import('./conflict-dialog.tsx')).ConflictDialog,
}))

/** Asks, once, about what somebody else changed at the same time. */
const Conflicts = () => {
  const hasConflicts = useSaveState(({ conflicts }) => conflicts.length > 0)
  return hasConflicts ? (
    <Suspense fallback={null}>
      <ConflictDialog />
    </Suspense>
  ) : null
}

/** Whether an area lies over the canvas, and not beside it. */
const isDrawer = (area: HTMLElement): boolean => getComputedStyle(area).position === 'absolute'

/** An area beside the canvas; on narrow screens a drawer over its lower part. */
const Side = ({
  side,
  label,
  children,
}: {
  side: 'left' | 'right'
  label: string
  children: ReactNode
}) => {
  const builder = useBuilder()
  const isOpen = useSession((session) => session.drawer === side)
  // A phone needs the whole screen of a phone.
  const isFull = useSession((session) => side === 'right' && session.panel === 'preview')
  const close = () => {
    // What the preview marks on the canvas goes with it.
    if (isFull) builder.session.setState({ panel: 'settings' })
    builder.session.setState({ drawer: 'none' })
    document.querySelector<HTMLElement>(`[data-opens=${side}]`)?.focus()
  }
  return (
    <aside
      aria-label={label}
      data-drawer={isOpen ? 'open' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isDrawer(event.currentTarget))
          return
        event.preventDefault()
        close()
      }}
      className={clsx(
        'z-20 min-h-0 flex-col border-line bg-surface lg:relative lg:flex',
        'max-lg:absolute max-lg:inset-x-0 max-lg:bottom-0 max-lg:shadow-floating',
        isFull ? 'max-lg:top-0' : 'max-lg:h-[55dvh] max-lg:rounded-t-2xl max-lg:border-t',
        side === 'left' ? 'lg:border-r' : 'lg:border-l',
        isOpen ? 'flex' : 'max-lg:hidden',
      )}
    >
      <div className="flex justify-end px-2 pt-1 lg:hidden">
        <IconButton icon={X} label="Close" tooltipSide="left" onClick={close} />
      </div>
      {children}
    </aside>
  )
}

/** Opens the areas that are hidden on narrow screens. */
const DrawerButtons = () => {
  const builder = useBuilder()
  const count = useProblems(({ problems }) => problems.length)
  const open = (drawer: 'left' | 'right') => {
    builder.session.setState({ drawer })
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-drawer=open] button')?.focus(),
    )
  }
  return (
    <div className="absolute right-3 bottom-3 z-10 flex gap-2 lg:hidden">
      <Button data-opens="left" onClick={() => open('left')}>
        <Plus aria-hidden="true" className="size-4" />
        Components
      </Button>
      <Button data-opens="right" onClick={() => open('right')}>
        <PanelRight aria-hidden="true" className="size-4" />
        {count === 0 ? 'Settings' : `Settings · ${count}`}
      </Button>
    </div>
  )
}

/** The Flow Builder: palette and pages, canvas, side panel. `room` is what the canvas has at first. */
export const BuilderLayout = ({ room }: { room: Size }) => {
  const builder = useBuilder()
  // Read once: from then on it is the resizer's, and nothing is rendered while it changes.
  const [sideStyle] = useState(toSideStyle)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one menu for all the things inside, which take the focus
    <div className={frameClass} onContextMenu={(event) => openContextMenu(builder, event)}>
      <BuilderHeader />
      <div data-sides="" style={sideStyle} className={sidesClass}>
        <Side side="left" label="Components and pages">
          <div className="grid min-h-0 grow grid-rows-[minmax(0,3fr)_minmax(0,2fr)] divide-y divide-line">
            <Palette />
            <Outline />
          </div>
        </Side>
        <main id="main" tabIndex={-1} className="relative min-h-0 min-w-0">
          <FlowCanvas room={room} />
          <DrawerButtons />
          <DockedPhone />
          <BuilderOverlays />
        </main>
        <Side side="right" label="Settings and problems">
          <SideResizer />
          <div className="min-h-0 grow">
            <SidePanel />
          </div>
        </Side>
      </div>
      <DragLayer />
      <Announcer />
      <Conflicts />
    </div>
  )
}
