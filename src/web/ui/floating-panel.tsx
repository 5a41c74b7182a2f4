import { Popover } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { useFocusReturn } from './use-focus-return.ts'

/** What is left of the window around it, in pixels. */
const margin = 12

interface FloatingPanelProps {
  label: string
  /** Where it opens, in client pixels: its upper left corner, as far as there is room. */
  at: { x: number; y: number }
  width: number
  onClose: () => void
  children: ReactNode
}

/** A panel that opens at a point and not at a button; the focus goes back to where it was. */
export const FloatingPanel = ({ label, at, width, onClose, children }: FloatingPanelProps) => {
  const left = Math.max(margin, Math.min(at.x, innerWidth - width - margin))
  const top = Math.max(margin, Math.min(at.y, innerHeight - margin))
  const point = useRef({ getBoundingClientRect: () => new DOMRect(left, top, 0, 0) })
  const returnFocus = useFocusReturn()
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={point} />
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align="start"
          sideOffset={6}
          collisionPadding={margin}
          style={{ width }}
          className="z-40 flex max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-24px)] animate-rise flex-col rounded-xl bg-raised shadow-floating"
          onCloseAutoFocus={returnFocus}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
