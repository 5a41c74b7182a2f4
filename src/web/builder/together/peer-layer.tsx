import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useBuilder } from '../builder-context.tsx'
import { PagePeers } from './page-peers.tsx'
import { PeerCursors } from './peer-cursors.tsx'
import { sharePresence } from './share-presence.ts'

/** Where the others are, over the canvas; and, in turn, tells them where this person is. */
export const PeerLayer = () => {
  const builder = useBuilder()
  const { screenToFlowPosition } = useReactFlow()
  const store = useStoreApi()
  const people = useStore(builder.peers.people)
  useEffect(
    () => sharePresence(builder, store.getState().domNode, screenToFlowPosition),
    [builder, store, screenToFlowPosition],
  )
  const pageIds = new Set(people.flatMap(({ pageId }) => pageId ?? []))
  return (
    <>
      {[...pageIds].map((pageId) => (
        <PagePeers
          key={pageId}
          pageId={pageId}
          people={people.filter((person) => person.pageId === pageId)}
        />
      ))}
      <PeerCursors />
    </>
  )
}
