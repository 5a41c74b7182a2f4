import { type ComponentType, useEffect, useState } from 'react'
import { useBuilder, useSession } from './builder-context.tsx'
import type { Overlay, OverlayOf } from './state/session-store.ts'

type Kind = Overlay['kind']
type Shown<Of extends Kind> = ComponentType<{ overlay: OverlayOf<Of>; onClose: () => void }>

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
const loaded = new Map<Kind, ComponentType<{ overlay: Overlay; onClose: () => void }>>()

const load = async (kind: Kind): Promise<void> => {
  if (!loaded.has(kind)) loaded.set(kind, (await loads[kind]()) as never)
}

/** What is typed into as soon as it is asked for: not a letter must be lost on the way. */
const typedInto: readonly Kind[] = ['command-palette', 'quick-add']

/** Fetches those ahead, once the builder stands and has nothing else to do. */
const useFetchedAhead = () => {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const kind of typedInto) load(kind).catch(() => undefined)
    }, 1_500)
    return () => clearTimeout(timer)
  }, [])
}

/** What lies over the builder: menus, palettes, lists, one at a time. */
export const BuilderOverlays = () => {
  const builder = useBuilder()
  const overlay = useSession((state) => state.overlay)
  const kind = overlay?.kind
  const [, setArrived] = useState<Kind>()
  useFetchedAhead()
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
  return <Shown key={`${overlay.kind}/${at}`} overlay={overlay} onClose={close} />
}
