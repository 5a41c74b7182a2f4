import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useBuilder } from '../builder-context.tsx'
import { toColour } from './peer-look.ts'

/**
 * The others' pointers, in their own size however far the canvas is. Moving them renders nothing:
 * each is put in its place by a transform.
 */
export const PeerCursors = () => {
  const { peers } = useBuilder()
  const canvas = useStoreApi()
  const people = useStore(peers.people)
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = () => {
      const [left, top, zoom] = canvas.getState().transform
      const cursors = peers.cursors.getState()
      for (const element of layer.current?.children ?? []) {
        if (!(element instanceof HTMLElement)) continue
        const point = cursors[element.dataset.cursor ?? '']
        element.hidden = !point
        if (point) {
          const at = `${point.x * zoom + left}px, ${point.y * zoom + top}px`
          element.style.transform = `translate(${at})`
        }
      }
    }
    place()
    const stops = [
      peers.cursors.subscribe(place),
      canvas.subscribe((now, before) => {
        if (now.transform !== before.transform) place()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [peers, canvas])
  return (
    <div
      ref={layer}
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 z-10 overflow-hidden"
    >
      {people.map((person) => (
        <div
          key={person.clientId}
          data-cursor={person.clientId}
          hidden
          className="absolute top-0 left-0 transition-transform duration-100 ease-linear"
        >
          <svg
            width="16"
            height="18"
            viewBox="0 0 16 18"
            className="drop-shadow"
            aria-hidden="true"
          >
            <path
              d="M1 1l5.2 15 2.3-6.2L15 7.6z"
              fill={toColour(person)}
              stroke="white"
              strokeWidth="1.2"
            />
          </svg>
          <span
            className="-mt-1 ml-3 block max-w-40 truncate rounded px-1.5 font-medium text-white text-xs"
            style={{ backgroundColor: toColour(person) }}
          >
            {person.name}
          </span>
        </div>
      ))}
    </div>
  )
}
