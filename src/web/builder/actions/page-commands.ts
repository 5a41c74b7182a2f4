import { getPage } from '#domain/flow/flow-state.ts'
import { nextPageTitle } from '#domain/flow/free-title.ts'
import { findPositionAfter } from '#domain/flow/page-extent.ts'
import { type Builder, flowOf } from '../builder.ts'
import { attempt } from './edit-commands.ts'
import { selectPage } from './select-commands.ts'
import { findSelectedParts } from './selected-parts.ts'

const addPageAt = (builder: Builder, index: number): void => {
  const flow = flowOf(builder)
  const previous = getPage(flow, flow.pageOrder[index - 1] ?? '')
  const id = `page-${builder.newId()}`
  const page = {
    id,
    kind: 'mobile' as const,
    title: nextPageTitle(flow),
    position: findPositionAfter(flow, previous.id),
    components: [],
    next: [],
    foreign: {},
  }
  if (!attempt(builder, { type: 'page.add', page, index })) return
  selectPage(builder, id)
  builder.canvas?.reveal(id)
}

/** Adds an empty Mobile App Page after all others and selects it. */
export const addPage = (builder: Builder): void =>
  addPageAt(builder, flowOf(builder).pageOrder.length)

/** The page that is selected, or that holds what is. */
export const findCurrentPageId = (builder: Builder): string | undefined => {
  const { flow, componentIds, pageIds } = findSelectedParts(builder)
  return pageIds.at(-1) ?? flow.pageIdByComponentId[componentIds.at(-1) ?? '']
}

/** Adds an empty Mobile App Page right after the current one and selects it. */
export const addPageAfter = (builder: Builder): void => {
  const current = findCurrentPageId(builder)
  const { pageOrder } = flowOf(builder)
  addPageAt(builder, current === undefined ? pageOrder.length : pageOrder.indexOf(current) + 1)
}
