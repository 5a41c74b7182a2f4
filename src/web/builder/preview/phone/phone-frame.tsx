import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { phoneSizes, previewView } from '../use-preview.ts'

/** The phone's own edge, in CSS pixels. */
const bezel = 10

/** Keys that the builder may have while the focus is in the phone: F-keys, and all with Ctrl. */
const isForBuilder = (event: KeyboardEvent): boolean =>
  /^F\d+$/.test(event.key) || event.ctrlKey || event.metaKey

interface PhoneFrameProps {
  /** The height that there is, in CSS pixels. */
  height: number
  /** Called when somebody wants to leave the phone by the keyboard. */
  onLeave: () => void
  children: ReactNode
}

/** A phone of a chosen size, scaled down to the room that there is. */
export const PhoneFrame = ({ height, onLeave, children }: PhoneFrameProps) => {
  const { size, scheme } = useStore(previewView)
  const phone = phoneSizes[size]
  const room = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    const area = room.current
    if (area === null) return
    const observer = new ResizeObserver(() => setWidth(area.clientWidth))
    observer.observe(area)
    return () => observer.disconnect()
  }, [])
  const outer = { width: phone.width + bezel * 2, height: phone.height + bezel * 2 }
  const scale = width === undefined ? 0 : Math.min(1, width / outer.width, height / outer.height)
  return (
    <div ref={room} className="w-full">
      <div className="mx-auto" style={{ width: outer.width * scale, height: outer.height * scale }}>
        {scale > 0 && (
          <section
            aria-label="Phone"
            tabIndex={-1}
            data-phone=""
            className="origin-top-left overflow-hidden rounded-[36px] bg-[#0b0e13] shadow-floating ring-1 ring-line"
            style={{
              ...outer,
              padding: bezel,
              transform: `scale(${scale})`,
              ...(scheme !== null && { colorScheme: scheme }),
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) onLeave()
              if (!isForBuilder(event)) event.stopPropagation()
            }}
          >
            <div
              data-phone-scroll=""
              className="h-full overflow-y-auto overflow-x-hidden overscroll-contain rounded-[27px] bg-canvas text-ink"
            >
              {children}
            </div>
          </section>
        )}
      </div>
    </div>
  )
}
