import { Minimize2 } from 'lucide-react'
import { useRef } from 'react'
import { useStore } from 'zustand'
import { IconButton } from '#web/ui/icon-button.tsx'
import { useBuilder, useSession } from '../builder-context.tsx'
import { focusPreviewControls } from './focus-preview.ts'
import { PhoneFrame } from './phone/phone-frame.tsx'
import { PhoneScreen } from './phone/phone-screen.tsx'
import { useHeight } from './phone/use-height.ts'
import type { Preview } from './preview.ts'
import { PreviewProvider, phoneSizes, previewView, useFollowingPreview } from './use-preview.ts'
import { usePreviewMarks } from './use-preview-marks.ts'

/** The line above the phone and the padding around both, in CSS pixels. */
const bar = 48

/** The phone on the right of the canvas: it stays there while other tabs of the side panel are open. */
export const PhoneDock = () => {
  const builder = useBuilder()
  const preview = useFollowingPreview()
  const { size } = useStore(previewView)
  const isPanelOpen = useSession(({ panel }) => panel === 'preview')
  const area = useRef<HTMLElement>(null)
  const height = useHeight(() => area.current)
  const { width, height: phoneHeight } = phoneSizes[size]
  const wanted = height === undefined ? width : (width / phoneHeight) * (height - bar)
  return (
    <aside
      ref={area}
      aria-label="Preview on the canvas"
      className="absolute inset-y-3 right-3 z-10 flex max-w-[60%] flex-col rounded-2xl bg-raised p-2 shadow-floating max-lg:hidden"
      style={{ width: Math.min(width, wanted) + 40 }}
    >
      <div className="flex h-8 shrink-0 items-center justify-between pl-2">
        <p className="font-medium text-muted text-xs">Test mode: nothing is sent</p>
        <IconButton
          icon={Minimize2}
          label="Phone back into the panel"
          tooltipSide="left"
          onClick={() => builder.session.setState({ isPhoneDocked: false })}
        />
      </div>
      <PreviewProvider value={preview}>
        {!isPanelOpen && <Marks preview={preview} />}
        {height !== undefined && (
          <PhoneFrame height={height - bar} onLeave={focusPreviewControls}>
            <PhoneScreen />
          </PhoneFrame>
        )}
      </PreviewProvider>
    </aside>
  )
}

/** The tab of the side panel marks the canvas itself, while it is open. */
const Marks = ({ preview }: { preview: Preview }) => {
  usePreviewMarks(preview)
  return null
}
