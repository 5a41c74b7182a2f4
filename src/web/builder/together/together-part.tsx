import { type ComponentType, lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useBuilder } from '../builder-context.tsx'

/** A part of the screen that is there while somebody else is; its code is fetched then. */
const togetherPart = (load: () => Promise<ComponentType>) => {
  const Part = lazy(async () => ({ default: await load() }))
  return () => {
    const isTogether = useStore(useBuilder().peers.people, (people) => people.length > 0)
    return isTogether ? (
      <Suspense fallback={null}>
        <Part />
      </Suspense>
    ) : null
  }
}

/** Who else is here, in the header. */
export const PeerAvatars = togetherPart(
  async () => (await import('./peer-avatars.tsx')).PeerAvatars,
)

/** Where the others are, on the canvas. */
export const PeerLayer = togetherPart(async () => (await import('./peer-layer.tsx')).PeerLayer)
