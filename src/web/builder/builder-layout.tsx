import { PanelRight, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Announcer } from './announcer.tsx'
import { useBuilder, useProblems, useSaveState } from './builder-context.tsx'
import { frameClass, sidesClass } from './builder-frame.ts'
import { BuilderOverlays } from './builder-overlays.tsx'
import { BuilderSide } from './builder-side.tsx'
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
        <BuilderSide side="left" label="Components and pages">
          <div className="grid min-h-0 grow grid-rows-[minmax(0,3fr)_minmax(0,2fr)] divide-y divide-line">
            <Palette />
            <Outline />
          </div>
        </BuilderSide>
        <main id="main" tabIndex={-1} className="relative min-h-0 min-w-0">
          <FlowCanvas room={room} />
          <DrawerButtons />
          <DockedPhone />
          <BuilderOverlays />
        </main>
        <BuilderSide side="right" label="Settings and problems">
          <SideResizer />
          <div className="min-h-0 grow">
            <SidePanel />
          </div>
        </BuilderSide>
      </div>
      <DragLayer />
      <Announcer />
      <Conflicts />
    </div>
  )
}
