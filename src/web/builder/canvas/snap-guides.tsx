import { ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import { canvasMarks } from './canvas-marks.ts'

/** The lines that a dragged page stands level with. */
export const SnapGuides = () => {
  const guides = useStore(canvasMarks, (marks) => marks.guides)
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={axis}
          data-guide={axis}
          className="absolute bg-accent"
          style={
            axis === 'x'
              ? { left: at, top: from, width: 1, height: to - from }
              : { left: from, top: at, width: to - from, height: 1 }
          }
        />
      ))}
    </ViewportPortal>
  )
}
