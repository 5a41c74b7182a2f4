import { useStore } from 'zustand'
import { dragStore } from './drag-store.ts'

/** What is seen of a drag: its name at the pointer and the line where it would land. */
export const DragLayer = () => {
  const drag = useStore(dragStore, (state) => state.drag)
  if (drag === undefined) return null
  const { label, x, y, target, note } = drag
  return (
    <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-50">
      {target?.line && (
        <div
          data-drop-line=""
          className="absolute h-0.5 rounded-full bg-accent"
          style={{ left: target.line.left, top: target.line.top - 1, width: target.line.width }}
        />
      )}
      <div
        className="absolute max-w-56 truncate rounded-md bg-raised px-3 py-1.5 font-medium text-ink text-sm shadow-floating"
        style={{ left: x + 12, top: y + 10, opacity: target || note ? 1 : 0.7 }}
      >
        {label}
        {note && <span className="block truncate font-normal text-muted text-xs">{note}</span>}
      </div>
    </div>
  )
}
