import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { Operation, SimpleOperation } from '#domain/flow/operation-schema.ts'

/**
 * The one operation that turns a document into another one with the same Initial Page: so that
 * replacing a whole document, too, is in the log, and editors who have it open can follow.
 */
export const composeReplacement = (before: FlowDocument, after: FlowDocument): Operation => {
  const [oldInitial, ...oldPages] = before.pages
  const [initial, ...pages] = after.pages
  if (oldInitial === undefined || initial === undefined) throw new Error('a flow without pages')
  const pageId = initial.id
  const operations: SimpleOperation[] = [
    { type: 'flow.update', changes: after.settings },
    ...oldPages.map(({ id }) => ({ type: 'page.remove' as const, pageId: id })),
    ...oldInitial.next.map(({ id }) => ({
      type: 'transition.remove' as const,
      pageId,
      transitionId: id,
    })),
    ...oldInitial.components.map(({ id }) => ({
      type: 'component.remove' as const,
      componentId: id,
    })),
    { type: 'page.update', pageId, changes: { title: initial.title, foreign: initial.foreign } },
    { type: 'page.move', pageId, position: initial.position },
    ...initial.components.map((component, index) => ({
      type: 'component.add' as const,
      pageId,
      index,
      component,
    })),
    ...initial.next.map((transition, index) => ({
      type: 'transition.add' as const,
      pageId,
      transition,
      index,
    })),
    ...pages.map((page, index) => ({ type: 'page.add' as const, page, index: index + 1 })),
  ]
  return { type: 'batch', label: 'Replace the document', operations }
}
