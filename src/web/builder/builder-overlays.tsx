import { type ComponentType, useEffect, useRef, useState } from 'react'
import { useBuilder, useSession } from './builder-context.tsx'
import type { Overlay, OverlayOf } from './state/session-store.ts'

type Kind = Overlay['kind']

interface OverlayProps<Of extends Kind> {
  overlay: OverlayOf<Of>
  /** What was typed before it came: its search begins with it. */
  typed: string
  onClose: () => void
}

type Shown<Of extends Kind> = ComponentType<OverlayProps<Of>>

/** None of these is needed to open a flow, so each is fetched when it is wanted. */
const loads: { [Of in Kind]: () => Promise<Shown<Of>> } = {
  'command-palette': async () =>
    (await import('./command-palette/command-palette.tsx')).CommandPalette,
  'cheat-sheet': async () => (await import('./cheat-sheet/cheat-sheet.tsx')).CheatSheet,
  'find-replace': async () => (await import('./find-replace/find-replace.tsx')).FindReplace,
  'quick-add': async () => (await import('./quick-add/quick-add.tsx')).QuickAdd,
  'context-menu': async () => (await import('./context-menu/context-menu.tsx')).ContextMenu,
  history: async () => (await import('./history/history-list.tsx')).HistoryList,
  publish: async () => (await import('./publish/publish-dialog.tsx')).PublishDialog,
  versions: async () => (await import('./versions/open-versions.tsx')).OpenVersions,
  'save-template': async () =>
    (await import('./publish/save-template-dialog.tsx')).SaveTemplateDialog,
  import: async () => (await import('./interchange/import-onto-dialog.tsx')).ImportOntoDialog,
  export: async () => (await import('./interchange/export-dialog.tsx')).ExportDialog,
  connect: async () => (await import('./connect/connect-page.tsx')).ConnectPage,
}

/** The entry named by a kind takes overlays of that kind; TypeScript can't follow a union there. */
const loaded = new Map<
  Kind,
  ComponentType<Omit<OverlayProps<Kind>, 'overlay'> & { overlay: Overlay }>
>()

const load = async (kind: Kind): Promise<void> => {
  if (!loaded.has(kind)) loaded.set(kind, (await loads[kind]()) as never)
}

/** Letters typed while an overlay is being fetched: they begin its search, and do nothing else. */
const useTypedAhead = (isFetching: boolean): string => {
  const typed = useRef('')
  useEffect(() => {
    if (!isFetching) return
    const keep = (event: KeyboardEvent) => {
      if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      typed.current += event.key
    }
    window.addEventListener('keydown', keep, { capture: true })
    return () => {
      window.removeEventListener('keydown', keep, { capture: true })
      typed.current = ''
    }
  }, [isFetching])
  return typed.current
}

/** What lies over the builder: menus, palettes, lists, one at a time. */
export const BuilderOverlays = () => {
  const builder = useBuilder()
  const overlay = useSession((state) => state.overlay)
  const kind = overlay?.kind
  const [, setArrived] = useState<Kind>()
  const typed = useTypedAhead(kind !== undefined && !loaded.has(kind))
  useEffect(() => {
    if (kind === undefined || loaded.has(kind)) return
    load(kind).then(
      () => setArrived(kind),
      () => {
        builder.session.setState({ overlay: undefined })
        builder.notify('This can not be fetched while offline. The palette works all the same.', {
          tone: 'error',
        })
      },
    )
  }, [kind, builder])
  const Shown = kind && loaded.get(kind)
  if (overlay === undefined || Shown === undefined) return null
  const close = () => {
    const { session } = builder
    if (session.getState().overlay === overlay) session.setState({ overlay: undefined })
  }
  const at = 'at' in overlay ? `${overlay.at.x},${overlay.at.y}` : ''
  return <Shown key={`${overlay.kind}/${at}`} overlay={overlay} typed={typed} onClose={close} />
}
