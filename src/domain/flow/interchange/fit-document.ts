import type { FlowDocument, Page } from '../flow-schema.ts'
import { type FlowState, toFlowState } from '../flow-state.ts'
import { pageSpacing } from '../page-spacing.ts'

/** Whether a page stands where pages are put that come without a place. */
const isUnplaced = ({ position }: Page, index: number): boolean =>
  position.x === index * pageSpacing && position.y === 0

/**
 * What an open flow would be with the content of an imported one: it keeps its name, its Initial Page
 * keeps its id, and pages that come without a place stay where they are.
 */
export const fitDocument = (flow: FlowState, { pages, ...document }: FlowDocument): FlowState => {
  const initialId = flow.pageOrder[0] ?? ''
  const importedId = pages[0]?.id ?? ''
  // The two swap ids, should another imported page have that of the Initial Page.
  const idOf = (id: string) => (id === importedId ? initialId : id === initialId ? importedId : id)
  return toFlowState({
    ...document,
    settings: { ...document.settings, name: flow.settings.name },
    pages: pages.map((page, index) => {
      const id = idOf(page.id)
      const there = flow.pagesById[id]
      return {
        ...page,
        id,
        position: there && isUnplaced(page, index) ? there.position : page.position,
        next: page.next.map((transition) => ({ ...transition, to: idOf(transition.to) })),
      }
    }),
  })
}
