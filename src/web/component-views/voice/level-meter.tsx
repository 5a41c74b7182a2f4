import { useEffect, useRef } from 'react'

/** A bar as long as it is loud. Painted past React: it changes with every frame. */
export const LevelMeter = ({ readLevel }: { readLevel: () => number }) => {
  const bar = useRef<HTMLSpanElement>(null)
  const read = useRef(readLevel)
  read.current = readLevel
  useEffect(() => {
    let frame = requestAnimationFrame(function paint() {
      if (bar.current !== null) bar.current.style.scale = `${read.current()} 1`
      frame = requestAnimationFrame(paint)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-subtle">
      <span ref={bar} className="block h-full origin-left bg-accent" />
    </span>
  )
}
