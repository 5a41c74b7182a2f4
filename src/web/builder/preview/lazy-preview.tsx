import { type ComponentType, useEffect, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Spinner } from '#web/ui/spinner.tsx'
import { useSession } from '../builder-context.tsx'

interface Parts {
  panel: ComponentType
  dock: ComponentType
}

/** The runner, the steps and the numbering plans are fetched when a preview is first opened. */
const loadParts = async (): Promise<Parts> => {
  const [panel, dock] = await Promise.all([
    import('./preview-panel.tsx'),
    import('./phone-dock.tsx'),
  ])
  return { panel: panel.PreviewPanel, dock: dock.PhoneDock }
}

let parts: Parts | undefined

/** A part of the preview, fetched when it is wanted. */
export const LazyPreview = ({ part }: { part: keyof Parts }) => {
  const [state, setState] = useState<'waiting' | 'arrived' | 'failed'>('waiting')
  useEffect(() => {
    if (state !== 'waiting') return
    loadParts().then(
      (loaded) => {
        parts = loaded
        setState('arrived')
      },
      () => setState('failed'),
    )
  }, [state])
  const Part = parts?.[part]
  if (Part !== undefined) return <Part />
  if (state !== 'failed') {
    return (
      <p role="status" className="flex items-center gap-2 p-4 text-muted text-sm">
        <Spinner /> Opening the preview…
      </p>
    )
  }
  return (
    <div role="alert" className="flex flex-col items-start gap-2 p-4 text-muted text-sm">
      The preview could not be fetched. Try again when you are online.
      <Button onClick={() => setState('waiting')}>Try again</Button>
    </div>
  )
}

/** The phone on the canvas, where it stays while the draft is edited. */
export const DockedPhone = () => {
  const isDocked = useSession((session) => session.isPhoneDocked)
  return isDocked ? <LazyPreview part="dock" /> : null
}
