import { ok, type Result } from '#domain/shared/result.ts'
import { applyOperation } from './apply-operation.ts'
import { composeDifference } from './compose-difference.ts'
import { renameComponent } from './compose-operations.ts'
import { findRenames } from './find-renames.ts'
import type { FlowDocument, Page } from './flow-schema.ts'
import { type FlowState, toFlowDocument, toFlowState } from './flow-state.ts'
import { type OperationRefusal, refuse } from './operation-refusal.ts'
import type { Operation } from './operation-schema.ts'

/** What of a version is to come back: all of it, one page, or one component. */
export interface RestoreWish {
  pageId?: string | undefined
  componentId?: string | undefined
}

type Target = Result<{ document: FlowDocument; title: string }, OperationRefusal>

/** Everything is as it was, but for the name: that is what the flow is found by now. */
const toWhole = (draft: FlowDocument, version: FlowDocument): Target => {
  const { name } = draft.settings
  const document = { ...version, settings: { ...version.settings, name } }
  return ok({ document, title: '' })
}

/** Where something stands again: after the nearest of what came before it that is still there. */
const placeAfter = (
  before: readonly { id: string }[],
  there: readonly { id: string }[],
  id: string,
): number => {
  const earlier = before.slice(
    0,
    before.findIndex((one) => one.id === id),
  )
  const neighbour = earlier.findLast((one) => there.some((other) => other.id === one.id))
  return neighbour === undefined ? 0 : there.findIndex((one) => one.id === neighbour.id) + 1
}

const withoutComponents = (pages: readonly Page[], ids: ReadonlySet<string>): Page[] =>
  pages.map((page) => ({
    ...page,
    components: page.components.filter(({ id }) => !ids.has(id)),
  }))

/** Sets components in where a version has them, on pages that are still there. */
const putBack = (pages: readonly Page[], version: FlowDocument, ids: ReadonlySet<string>): Page[] =>
  pages.map((page) => {
    const before = version.pages.find(({ id }) => id === page.id)?.components ?? []
    const components = before
      .filter(({ id }) => ids.has(id))
      .reduce(
        (there, component) =>
          there.toSpliced(placeAfter(before, there, component.id), 0, component),
        page.components,
      )
    return { ...page, components }
  })

/**
 * The page stands as it was. What came onto it since goes back to where the version has it, stays at
 * its end where that page is gone, and goes when the version does not have it at all.
 */
const toPage = (draft: FlowDocument, version: FlowDocument, pageId: string): Target => {
  const old = version.pages.find(({ id }) => id === pageId)
  if (old === undefined) return refuse('target-gone', 'That version does not have such a page.')
  const present = draft.pages.find(({ id }) => id === pageId)
  const mine = new Set(old.components.map(({ id }) => id))
  const strangers = present?.components.filter(({ id }) => !mine.has(id)) ?? []
  const homeOf = (componentId: string) =>
    version.pages.find(({ components }) => components.some(({ id }) => id === componentId))
  const staying = strangers.filter(({ id }) => {
    const home = homeOf(id)
    return home !== undefined && !draft.pages.some((page) => page.id === home.id)
  })
  const going = new Set(strangers.filter((one) => !staying.includes(one)).map(({ id }) => id))
  const lifted = withoutComponents(draft.pages, new Set([...mine, ...going]))
  const others = putBack(
    lifted.filter(({ id }) => id !== pageId),
    version,
    going,
  )
  const components = [...old.components, ...staying]
  const page = { ...old, position: present?.position ?? old.position, components }
  const index =
    present === undefined
      ? Math.max(placeAfter(version.pages, others, pageId), 1)
      : draft.pages.indexOf(present)
  return ok({ document: { ...draft, pages: others.toSpliced(index, 0, page) }, title: old.title })
}

/** The component stands on its page as it was; when that is gone, only the page can come back. */
const toComponent = (draft: FlowDocument, version: FlowDocument, componentId: string): Target => {
  const home = version.pages.find(({ components }) =>
    components.some(({ id }) => id === componentId),
  )
  const component = home?.components.find(({ id }) => id === componentId)
  if (home === undefined || component === undefined) {
    return refuse('target-gone', 'That version does not have such a component.')
  }
  if (!draft.pages.some(({ id }) => id === home.id)) {
    const message = `Its page "${home.title}" is no longer in the flow. Restore the page instead.`
    return refuse('target-gone', message)
  }
  const only = new Set([componentId])
  const pages = putBack(withoutComponents(draft.pages, only), version, only)
  return ok({ document: { ...draft, pages }, title: component.title })
}

/** The draft with a component under the id that it has in a version, where it got another one since. */
const followRename = (draft: FlowState, version: FlowState, id: string | undefined): FlowState => {
  const [present] = [...findRenames(draft, version)].find(([, old]) => old === id) ?? []
  if (present === undefined || id === undefined) return draft
  const renamed = applyOperation(draft, renameComponent(draft, present, id))
  return renamed.ok ? renamed.value : draft
}

const findTarget = (
  draft: FlowDocument,
  version: FlowDocument,
  { pageId, componentId }: RestoreWish,
): Target => {
  if (componentId !== undefined) return toComponent(draft, version, componentId)
  return pageId === undefined ? toWhole(draft, version) : toPage(draft, version, pageId)
}

const nameRestore = ({ pageId, componentId }: RestoreWish, title: string, number: number) => {
  if (componentId !== undefined) return `Restored ${title} from version ${number}`
  return pageId === undefined
    ? `Restored version ${number}`
    : `Restored page ${title} from version ${number}`
}

/**
 * The one operation that brings a version, or a part of it, back into the draft, and leaves all else
 * as it is; nothing when it is as it was. What it refers to may be gone by now: that is a problem of
 * the flow then, like any other.
 */
export const composeRestore = (
  draft: FlowState,
  version: FlowState,
  wish: RestoreWish & { version: number },
): Result<Operation | undefined, OperationRefusal> => {
  const followed = followRename(draft, version, wish.componentId)
  const target = findTarget(toFlowDocument(followed), toFlowDocument(version), wish)
  if (!target.ok) return target
  const label = nameRestore(wish, target.value.title, wish.version)
  return ok(composeDifference(draft, toFlowState(target.value.document), label))
}
