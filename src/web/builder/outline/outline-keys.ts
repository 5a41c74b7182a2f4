import type { OutlineBlock } from './outline-rows.ts'
import { listRowIds } from './outline-rows.ts'

/** What a key does in a tree. */
export type TreeMove = { kind: 'go'; id: string } | { kind: 'fold'; pageId: string; open: boolean }

const go = (id: string | undefined): TreeMove | undefined => (id ? { kind: 'go', id } : undefined)

const goInto = (block: OutlineBlock, rows: readonly string[], at: number) => {
  if (block.componentIds.length === 0) return undefined
  const { pageId } = block
  return block.isOpen ? go(rows[at + 1]) : ({ kind: 'fold', pageId, open: true } as const)
}

const goOut = (block: OutlineBlock, id: string): TreeMove | undefined => {
  if (id !== block.pageId) return go(block.pageId)
  const isFoldable = block.isOpen && block.componentIds.length > 0
  return isFoldable ? { kind: 'fold', pageId: block.pageId, open: false } : undefined
}

/**
 * Where a key leads from a row, by the pattern for trees of the ARIA Authoring Practices; nothing when
 * it is none of the tree's keys, or leads nowhere.
 */
export const findTreeMove = (
  blocks: readonly OutlineBlock[],
  id: string,
  key: string,
): TreeMove | undefined => {
  const rows = listRowIds(blocks)
  const at = rows.indexOf(id)
  const block = blocks.find(
    ({ pageId, componentIds }) => pageId === id || componentIds.includes(id),
  )
  if (block === undefined) return undefined
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1])
    case 'ArrowUp':
      return go(rows[at - 1])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      return id === block.pageId ? goInto(block, rows, at) : undefined
    case 'ArrowLeft':
      return goOut(block, id)
    default:
      return undefined
  }
}

/** The next row whose title begins with what was typed, round at the end. */
export const findByTitle = (
  rows: readonly string[],
  from: string,
  typed: string,
  titleOf: (id: string) => string,
): string | undefined => {
  const at = rows.indexOf(from)
  // One letter goes on to the next one; more letters may still mean the same.
  const start = typed.length === 1 ? at + 1 : at
  const ordered = [...rows.slice(start), ...rows.slice(0, start)]
  return ordered.find((id) => titleOf(id).toLowerCase().startsWith(typed.toLowerCase()))
}
