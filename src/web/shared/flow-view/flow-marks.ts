import { createContext, useContext } from 'react'
import type { FlowDifference, PageDifference } from '#domain/flow/compare-flows.ts'
import type { ChangeKind } from '#domain/flow/describe-difference.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'

/** What is marked on a canvas, by id. */
export interface FlowMarks {
  pages: ReadonlyMap<string, ChangeKind>
  components: ReadonlyMap<string, ChangeKind>
}

const kindOfPage = ({ before, after, isMoved, settings, transitions }: PageDifference) => {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  if (settings.length + transitions.length > 0) return 'changed'
  // What only stands elsewhere on the canvas is seen without a mark.
  return isMoved ? 'moved' : undefined
}

/** What a difference marks. Each side shows what it has: the one what was removed, the other what was added. */
export const toFlowMarks = ({ pages, components }: FlowDifference): FlowMarks => ({
  pages: new Map(
    pages.flatMap((page) => {
      const kind = kindOfPage(page)
      return kind === undefined ? [] : [[page.pageId, kind] as const]
    }),
  ),
  components: new Map(
    components.map(({ componentId, before, after, settings }) => {
      if (before === null) return [componentId, 'added'] as const
      if (after === null) return [componentId, 'removed'] as const
      return [componentId, settings.length > 0 ? 'changed' : 'moved'] as const
    }),
  ),
})

/** A part of a flow: a page, or a component on it. */
export interface FlowPart {
  pageId: string
  componentId: string | null
}

/** What the pages of a read-only canvas show. */
interface FlowViewContent {
  flow: FlowState
  marks: FlowMarks
  selected: FlowPart | undefined
  onSelect: ((part: FlowPart) => void) | undefined
}

export const noMarks: FlowMarks = { pages: new Map(), components: new Map() }

export const FlowViewContext = createContext<FlowViewContent | undefined>(undefined)

/** What the read-only canvas around shows. */
export const useFlowView = (): FlowViewContent => {
  const content = useContext(FlowViewContext)
  if (content === undefined) throw new Error('useFlowView outside of a FlowView')
  return content
}
