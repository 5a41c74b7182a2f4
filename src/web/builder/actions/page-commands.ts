import { findPositionAfter } from '#domain/flow/page-place.ts'
import { listWays } from '#domain/flow/ways.ts'
import { type Builder, flowOf } from '../builder.ts'
import { addPageInto, aNewPage } from '../canvas/way-commands.ts'
import { attempt } from './edit-commands.ts'
import { selectPage } from './select-commands.ts'
import { findSelectedParts } from './selected-parts.ts'

/** Adds an empty Mobile App Page after all others and selects it. */
export const addPage = (builder: Builder): void => {
  const flow = flowOf(builder)
  const page = aNewPage(builder, findPositionAfter(flow, flow.pageOrder.at(-1) ?? ''))
  if (!attempt(builder, { type: 'page.add', page, index: flow.pageOrder.length })) return
  selectPage(builder, page.id)
  builder.canvas?.reveal(page.id)
}

/** The page that is selected, or that holds what is. */
export const findCurrentPageId = (builder: Builder): string | undefined => {
  const { flow, componentIds, pageIds } = findSelectedParts(builder)
  return pageIds.at(-1) ?? flow.pageIdByComponentId[componentIds.at(-1) ?? '']
}

/** Adds an empty Mobile App Page right after the current one, where it leads otherwise. */
export const addPageAfter = (builder: Builder): void => {
  const ways = listWays(flowOf(builder), findCurrentPageId(builder) ?? '')
  const way = ways.find(({ when }) => when === null)
  if (way === undefined) addPage(builder)
  else addPageInto(builder, way)
}
