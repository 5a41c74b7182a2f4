import { addWay, branchToNewPage, insertPage, redirectWay } from '#domain/flow/compose-ways.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { Page } from '#domain/flow/flow-schema.ts'
import { getPage } from '#domain/flow/flow-state.ts'
import { nextPageTitle } from '#domain/flow/free-title.ts'
import { placeInWay } from '#domain/flow/page-place.ts'
import { listWays, type Way } from '#domain/flow/ways.ts'
import { toEdgeId } from '#web/shared/flow-view/edge-id.ts'
import { attempt } from '../actions/edit-commands.ts'
import { selectPage, selectTransition, selectWay } from '../actions/select-commands.ts'
import { type Builder, flowOf } from '../builder.ts'

interface Point {
  x: number
  y: number
}

const titleOf = (builder: Builder, target: string): string =>
  target === finishTarget ? 'Finish Task' : getPage(flowOf(builder), target).title

/** An empty Mobile App Page, not yet in the flow. */
export const aNewPage = (builder: Builder, { x, y }: Point): Page => ({
  id: `page-${builder.newId()}`,
  kind: 'mobile',
  title: nextPageTitle(flowOf(builder)),
  position: { x: Math.round(x), y: Math.round(y) },
  components: [],
  next: [],
  foreign: {},
})

/** Adds a way from one page to another, and selects it so that its condition can be said. */
export const addBranch = (builder: Builder, from: string, to: string): void => {
  const id = `way-${builder.newId()}`
  const operation = addWay(flowOf(builder), from, to, id)
  if (!attempt(builder, operation)) return
  const target = titleOf(builder, to)
  if (operation.type === 'transition.add' && operation.transition.when !== null) {
    selectTransition(builder, from, id)
    builder.notify(`Added a way to ${target}`, { undo: true })
  } else {
    const source = titleOf(builder, from)
    builder.notify(`${source} now leads to ${target}: there is no answer yet to decide by`, {
      undo: true,
    })
  }
}

/** Leads one page to another: by the way that is there already, else by a new one. */
export const connectPages = (builder: Builder, from: string, to: string): void => {
  const known = listWays(flowOf(builder), from).find((way) => way.to === to)
  if (known === undefined) addBranch(builder, from, to)
  else {
    selectWay(builder, known)
    builder.notify(`${titleOf(builder, from)} leads to ${titleOf(builder, to)} already`)
  }
}

/** Leads a way to another page. */
export const leadWay = (builder: Builder, way: Way, to: string): void => {
  if (way.to === to) return
  const operation = redirectWay(flowOf(builder), way, to, `way-${builder.newId()}`)
  if (attempt(builder, operation)) {
    builder.notify(`Now leads to ${titleOf(builder, to)}`, { undo: true })
  }
}

/** Adds a page in the middle of a way, and makes room for it. */
export const addPageInto = (builder: Builder, way: Way): void => {
  const flow = flowOf(builder)
  const { position, moves } = placeInWay(flow, way)
  const page = aNewPage(builder, position)
  const newId = () => `way-${builder.newId()}`
  if (!attempt(builder, insertPage(flow, way, page, newId, moves))) return
  selectPage(builder, page.id)
  builder.canvas?.reveal(page.id)
  builder.notify(`Added ${page.title}`, { undo: true })
}

/** Adds a page where a connection was dropped on the empty canvas. */
export const branchTo = (builder: Builder, from: string, position: Point): void => {
  const page = aNewPage(builder, position)
  const newId = () => `way-${builder.newId()}`
  if (!attempt(builder, branchToNewPage(flowOf(builder), from, page, newId))) return
  selectPage(builder, page.id)
  builder.notify(`Added ${page.title} after ${titleOf(builder, from)}`, { undo: true })
}

/** The way that an edge of the canvas stands for. */
export const findWay = (builder: Builder, edgeId: string): Way | undefined => {
  const flow = flowOf(builder)
  return flow.pageOrder
    .flatMap((pageId) => (edgeId.startsWith(`${pageId}/`) ? listWays(flow, pageId) : []))
    .find((way) => toEdgeId(way) === edgeId)
}
