import clsx from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react'
import { IconButton } from '#web/ui/icon-button.tsx'
import { findCurrentPageId } from './actions/page-commands.ts'
import { restoreCanvasFocus } from './actions/restore-canvas-focus.ts'
import { useBuilder, useSession } from './builder-context.tsx'

interface BuilderSideProps {
  side: 'left' | 'right'
  label: string
  children: ReactNode
}

/** Whether an area lies over the canvas, and not beside it. */
const isDrawer = (area: HTMLElement): boolean => getComputedStyle(area).position === 'absolute'

/** An area beside the canvas; on narrow screens a drawer over its lower part. */
export const BuilderSide = ({ side, label, children }: BuilderSideProps) => {
  const builder = useBuilder()
  const isOpen = useSession((session) => session.drawer === side)
  // A phone needs the whole screen of a phone.
  const isFull = useSession((session) => side === 'right' && session.panel === 'preview')
  // The canvas is what is waited for: it is drawn first, what stands beside it right after.
  const isCanvasDrawn = useDeferredValue(true, false)
  const cameFrom = useRef<HTMLElement>(null)
  const area = useRef<HTMLElement>(null)
  useEffect(() => {
    const pageId = findCurrentPageId(builder)
    // What the drawer is about may be under it now.
    if (isOpen && pageId !== undefined && area.current && isDrawer(area.current)) {
      builder.canvas?.reveal(pageId)
    }
  }, [builder, isOpen])
  /** Back to what the keyboard came from, or else to what is selected. */
  const leave = () => {
    if (cameFrom.current?.isConnected) return cameFrom.current.focus({ preventScroll: true })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    restoreCanvasFocus(builder)
  }
  const close = () => {
    // What the preview marks on the canvas goes with it.
    if (isFull) builder.session.setState({ panel: 'settings' })
    builder.session.setState({ drawer: 'none' })
    document.querySelector<HTMLElement>(`[data-opens=${side}]`)?.focus()
  }
  return (
    <aside
      ref={area}
      aria-label={label}
      data-side={side}
      data-drawer={isOpen ? 'open' : undefined}
      data-full={isFull || undefined}
      onFocus={({ currentTarget, relatedTarget }) => {
        const isFromOutside = relatedTarget && !currentTarget.contains(relatedTarget)
        if (isFromOutside && relatedTarget instanceof HTMLElement) cameFrom.current = relatedTarget
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        const isOver = isDrawer(event.currentTarget)
        if (!isOver && side === 'left') return
        event.preventDefault()
        if (isOver) close()
        else leave()
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
      {isCanvasDrawn && children}
    </aside>
  )
}
