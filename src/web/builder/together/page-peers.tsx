import { useInternalNode, ViewportPortal } from '@xyflow/react'
import { pageSize } from '#domain/flow/page-extent.ts'
import { useFlow } from '../builder-context.tsx'
import { Avatar } from './avatar.tsx'
import { listPersons, toColour } from './peer-look.ts'
import type { Person } from './peer-store.ts'

/** How far the button of a row stays away from its edges. */
const inset = { x: 8, y: 2 }

/** A ring, with names, around a component that others edit. Rows have one height, so its place is known. */
const ComponentRing = ({ index, people }: { index: number; people: readonly Person[] }) => {
  const [first] = people
  if (first === undefined) return null
  const colour = toColour(first)
  return (
    <div
      data-peer-ring=""
      className="absolute rounded-lg"
      style={{
        left: inset.x,
        width: pageSize.width - 2 * inset.x,
        top: pageSize.header + index * pageSize.row + inset.y,
        height: pageSize.row - 2 * inset.y,
        boxShadow: `0 0 0 2px ${colour}`,
      }}
    >
      <span
        className="-top-2.5 absolute right-2 max-w-40 truncate rounded px-1.5 font-medium text-white text-xs leading-4"
        style={{ backgroundColor: colour }}
      >
        {people.map(({ name }) => name).join(', ')}
      </span>
    </div>
  )
}

/** The others who are at a page: discs on its title row, and rings around what they edit. */
export const PagePeers = ({ pageId, people }: { pageId: string; people: readonly Person[] }) => {
  const node = useInternalNode(pageId)
  const order = useFlow((flow) => flow.pagesById[pageId]?.componentOrder)
  if (node === undefined || order === undefined) return null
  const { x, y } = node.internals.positionAbsolute
  const edited = new Set(people.flatMap(({ componentId }) => componentId ?? []))
  return (
    <ViewportPortal>
      <div
        data-peers={pageId}
        className="pointer-events-none absolute top-0 left-0 z-[1001]"
        style={{ transform: `translate(${x}px, ${y}px)` }}
      >
        <div
          className="-top-3 absolute flex -space-x-1"
          style={{ left: pageSize.width - 12, translate: '-100% 0' }}
        >
          {listPersons(people).map((person) => (
            <Avatar key={person.userId} person={person} small />
          ))}
        </div>
        {[...edited].map((componentId) => {
          const index = order.indexOf(componentId)
          const editors = listPersons(people.filter((one) => one.componentId === componentId))
          return index === -1 ? null : (
            <ComponentRing key={componentId} index={index} people={editors} />
          )
        })}
      </div>
    </ViewportPortal>
  )
}
