import { useLayoutEffect, useRef, useState } from 'react'
import { Spinner } from '#web/ui/spinner.tsx'
import { frameClass, headerClass, sidesClass } from './builder-frame.ts'
import { pickSize, type Size } from './canvas/start-view.ts'
import { toSideStyle } from './side-resizer.tsx'

const sideClass = 'border-line bg-surface max-lg:hidden'

/**
 * The empty Flow Builder while a flow is opened. It tells how much room the canvas will have, so that
 * pages and panels are then drawn at once and not one after the other.
 */
export const OpeningFlow = ({ onRoom }: { onRoom?: (room: Size) => void }) => {
  const [sideStyle] = useState(toSideStyle)
  const main = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (main.current) onRoom?.(pickSize(main.current.getBoundingClientRect()))
  }, [onRoom])
  return (
    <div className={frameClass}>
      <div className={`${headerClass} border-line border-b bg-surface`} />
      <div style={sideStyle} className={sidesClass}>
        <div className={`${sideClass} border-r`} />
        <main
          ref={main}
          id="main"
          tabIndex={-1}
          className="grid place-items-center bg-canvas text-muted"
        >
          <span role="status" className="flex items-center gap-2">
            <Spinner /> Opening the flow…
          </span>
        </main>
        <div className={`${sideClass} border-l`} />
      </div>
    </div>
  )
}
