import { type ComponentType, lazy, Suspense } from 'react'
import { useBuilder, useSession } from './builder-context.tsx'
import type { Overlay, OverlayOf } from './state/session-store.ts'

type Kind = Overlay['kind']
type Shown<Of extends Kind> = ComponentType<{ overlay: OverlayOf<Of>; onClose: () => void }>

/** None of these is needed to open a flow, so each is fetched when it is wanted. */
const overlays: { [Of in Kind]: Shown<Of> } = {
  'command-palette': lazy(async () => ({
    default: (await import('./command-palette/command-palette.tsx')).CommandPalette,
  })),
  'cheat-sheet': lazy(async () => ({
    default: (await import('./cheat-sheet/cheat-sheet.tsx')).CheatSheet,
  })),
  'find-replace': lazy(async () => ({
    default: (await import('./find-replace/find-replace.tsx')).FindReplace,
  })),
  'quick-add': lazy(async () => ({
    default: (await import('./quick-add/quick-add.tsx')).QuickAdd,
  })),
  'context-menu': lazy(async () => ({
    default: (await import('./context-menu/context-menu.tsx')).ContextMenu,
  })),
  history: lazy(async () => ({
    default: (await import('./history/history-list.tsx')).HistoryList,
  })),
  connect: lazy(async () => ({
    default: (await import('./connect/connect-page.tsx')).ConnectPage,
  })),
}

/** What lies over the builder: menus, palettes, lists, one at a time. */
export const BuilderOverlays = () => {
  const { session } = useBuilder()
  const overlay = useSession((state) => state.overlay)
  if (overlay === undefined) return null
  // The entry named by `kind` takes overlays of that `kind`; TypeScript can't follow a union there.
  const Shown = overlays[overlay.kind] as ComponentType<{ overlay: Overlay; onClose: () => void }>
  const close = () => {
    if (session.getState().overlay === overlay) session.setState({ overlay: undefined })
  }
  const at = 'at' in overlay ? `${overlay.at.x},${overlay.at.y}` : ''
  return (
    <Suspense fallback={null}>
      <Shown key={`${overlay.kind}/${at}`} overlay={overlay} onClose={close} />
    </Suspense>
  )
}
