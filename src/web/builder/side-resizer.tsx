import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'

/** Widths of the side panel, in CSS pixels. */
const usual = 320
const least = 288
const most = 640
/** What an arrow key moves. */
const step = 16
const key = 'sandi:side-panel-width'

const clamp = (width: number): number => Math.round(Math.min(Math.max(width, least), most))

const readWidth = (): number => {
  const kept = Number(localStorage.getItem(key))
  return kept > 0 ? clamp(kept) : usual
}

/** Gives the element that is marked `data-sides` the width of the side panel that this browser remembers. */
export const toSideStyle = (): CSSProperties & { '--side-width': string } => ({
  '--side-width': `${readWidth()}px`,
})

/**
 * The edge between canvas and side panel: dragged or moved by the arrow keys, it makes the panel wider;
 * a double click makes it as wide as usual. This browser remembers it. The width is a variable of the
 * element that is marked `data-sides`, so that nothing is rendered while it changes.
 */
export const SideResizer = () => {
  const edge = useRef<HTMLHRElement>(null)
  const isDragged = useRef(false)
  const [width, setWidth] = useState(readWidth)
  const show = (wanted: number) =>
    edge.current
      ?.closest<HTMLElement>('[data-sides]')
      ?.style.setProperty('--side-width', `${wanted}px`)
  const commit = (wanted: number) => {
    const chosen = clamp(wanted)
    show(chosen)
    setWidth(chosen)
    localStorage.setItem(key, String(chosen))
  }
  const widthAt = ({ clientX }: PointerEvent) => clamp(window.innerWidth - clientX)
  const isHeld = (event: PointerEvent) => event.currentTarget.hasPointerCapture(event.pointerId)
  const onKeyDown = (event: KeyboardEvent) => {
    const widths: Record<string, number> = {
      ArrowLeft: width + step,
      ArrowRight: width - step,
      Home: least,
      End: most,
    }
    const wanted = widths[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    event.stopPropagation()
    commit(wanted)
  }
  return (
    <hr
      ref={edge}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the side panel"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      className="absolute inset-y-0 -left-1 z-30 h-full w-2 cursor-col-resize touch-none border-0 transition-colors hover:bg-accent/40 focus-visible:bg-accent focus-visible:outline-none max-lg:hidden"
      onKeyDown={onKeyDown}
      onDoubleClick={() => commit(usual)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (!isHeld(event)) return
        isDragged.current = true
        show(widthAt(event))
      }}
      onLostPointerCapture={(event) => {
        if (isDragged.current) commit(widthAt(event))
        isDragged.current = false
      }}
    />
  )
}
