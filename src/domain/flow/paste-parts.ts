import type { Component } from '#domain/components/component-registry.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { bindReferences, type IdMap } from './bind-references.ts'
import type { Clipboard, OutsideReference } from './clipboard-schema.ts'
import { findFreeComponentId } from './compose-operations.ts'
import { documentLimits, type Page, type Transition } from './flow-schema.ts'
import type { FlowState } from './flow-state.ts'
import { freePageTitles } from './free-title.ts'
import type { Operation, SimpleOperation } from './operation-schema.ts'
import { findFreeShift } from './page-place.ts'
import { pageSpacing } from './page-spacing.ts'
import { reservedIds } from './reserved-ids.ts'

type ComponentParts = Extract<Clipboard, { kind: 'components' }>
type PageParts = Extract<Clipboard, { kind: 'pages' }>

/** What it is called in the list of steps. */
type PasteVerb = 'Pasted' | 'Duplicated'

/** What pasting comes to. */
export interface Pasted {
  /** One step that adds everything. */
  operation: Operation
  /** The ids that the components, or the pages, have in the flow. */
  ids: string[]
  /** References whose targets were found neither by id nor by title and type; they are empty now. */
  unbound: OutsideReference[]
}

const tooLarge = (what: string, limit: number) =>
  err(`That would be too much: a flow has at most ${limit} ${what}.`)

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** Gives components ids that are free; those that are free already stay. */
const renewIds = (state: FlowState, components: readonly Component[]): IdMap => {
  const idByOldId = new Map<string, string>()
  const taken = { ...state.componentsById }
  for (const component of components) {
    const isTaken = Object.hasOwn(taken, component.id) || reservedIds.has(component.id)
    const id = isTaken
      ? findFreeComponentId({ ...state, componentsById: taken }, component.title)
      : component.id
    idByOldId.set(component.id, id)
    taken[id] = component
  }
  return idByOldId
}

/** Pastes components one after another at a place on a page. */
export const pasteComponents = (
  state: FlowState,
  { components, references }: ComponentParts,
  place: { pageId: string; index: number },
  verb: PasteVerb,
): Result<Pasted, string> => {
  const count = Object.keys(state.componentsById).length + components.length
  if (count > documentLimits.components) return tooLarge('components', documentLimits.components)
  const bound = bindReferences(state, components, [], references, renewIds(state, components))
  const operations = bound.components.map(
    (component, offset): SimpleOperation => ({
      type: 'component.add',
      pageId: place.pageId,
      index: place.index + offset,
      component,
    }),
  )
  const label = `${verb} ${counted(components.length, 'component')}`
  return ok({
    operation: { type: 'batch', label, operations },
    ids: bound.components.map(({ id }) => id),
    unbound: bound.unbound,
  })
}

const renewPageIds = (state: FlowState, pages: readonly Page[], newId: () => string): IdMap => {
  const seen = new Set<string>()
  return new Map(
    pages.map(({ id }) => {
      const isTaken = Object.hasOwn(state.pagesById, id) || seen.has(id)
      seen.add(id)
      return [id, isTaken ? `page-${newId()}` : id]
    }),
  )
}

const toLabel = (verb: string, pages: readonly Page[]) =>
  pages[0] && pages.length === 1
    ? `${verb} page ${pages[0].title}`
    : `${verb} ${counted(pages.length, 'page')}`

/** The copies come to stand beside the page that they follow, or where they are wanted. */
const placeCopies = (
  state: FlowState,
  pages: readonly Page[],
  after: Page['position'],
  at: Page['position'] | undefined,
): Page['position'] => {
  const left = Math.min(...pages.map(({ position }) => position.x))
  const top = Math.min(...pages.map(({ position }) => position.y))
  const wished = at ?? { x: after.x + pageSpacing, y: after.y }
  const group = pages.map(({ position, components }) => ({ position, rows: components.length }))
  return findFreeShift(state, group, { x: wished.x - left, y: wished.y - top })
}

/** Pastes pages with the transitions among them, after a place in the order of pages. */
export const pastePages = (
  state: FlowState,
  { pages, references }: PageParts,
  place: { index: number; at?: Page['position'] },
  newId: () => string,
  verb: PasteVerb,
): Result<Pasted, string> => {
  const components = pages.flatMap((page) => page.components)
  const count = Object.keys(state.componentsById).length + components.length
  if (count > documentLimits.components) return tooLarge('components', documentLimits.components)
  if (state.pageOrder.length + pages.length > documentLimits.pages) {
    return tooLarge('pages', documentLimits.pages)
  }
  const pageIdByOldId = renewPageIds(state, pages, newId)
  const bound = bindReferences(
    state,
    components,
    pages.flatMap(({ next }) => next),
    references,
    renewIds(state, components),
  )
  const queue = [...bound.components]
  const bindTransition = (transition: Transition): Transition[] => {
    const kept = bound.transitionById.get(transition)
    if (kept === undefined) return []
    return [{ ...kept, id: `t-${newId()}`, to: pageIdByOldId.get(kept.to) ?? kept.to }]
  }
  const before = state.pagesById[state.pageOrder[place.index - 1] ?? '']
  const shift = placeCopies(state, pages, before?.position ?? { x: 0, y: 0 }, place.at)
  const titles = freePageTitles(
    state,
    pages.map(({ title }) => title),
  )
  const operations = pages.map(
    (page, offset): SimpleOperation => ({
      type: 'page.add',
      index: place.index + offset,
      page: {
        ...page,
        id: pageIdByOldId.get(page.id) ?? page.id,
        kind: 'mobile',
        title: titles[offset] ?? page.title,
        position: { x: page.position.x + shift.x, y: page.position.y + shift.y },
        components: queue.splice(0, page.components.length),
        next: page.next.flatMap(bindTransition),
      },
    }),
  )
  return ok({
    operation: { type: 'batch', label: toLabel(verb, pages), operations },
    ids: [...pageIdByOldId.values()],
    unbound: bound.unbound,
  })
}
