import './canvas-dots.css'
import { useStore } from '@xyflow/react'

/** Between two dots, in units of the canvas. */
const gap = 20

/**
 * The dots behind the pages, which move along with the view. React Flow's own background is an SVG
 * pattern: where the processor draws, painting it costs more than all the rest of the Flow Builder.
 */
export const CanvasDots = () => {
  const [x, y, zoom] = useStore(({ transform }) => transform)
  return (
    <div
      aria-hidden="true"
      className="canvas-dots"
      style={{
        backgroundPosition: `${x}px ${y}px`,
        backgroundSize: `${gap * zoom}px ${gap * zoom}px`,
      }}
    />
  )
}
