import { err, ok, type Result } from '#domain/shared/result.ts'
import { findUnsafeJson } from '#domain/shared/unsafe-json.ts'
import { documentLimits, type FlowDocument, flowDocumentSchema } from './flow-schema.ts'
import { liftDocument } from './migrations/lift-document.ts'

/** Why a document is refused: where, and what is wrong there. */
export interface DocumentIssue {
  /** For example `pages.1.components.0.digits`; empty for the document itself. */
  path: string
  message: string
}

const findRepeatedId = (document: FlowDocument): DocumentIssue | undefined => {
  const pageIds = new Set<string>()
  const componentIds = new Set<string>()
  for (const [pageIndex, page] of document.pages.entries()) {
    const path = `pages.${pageIndex}`
    if (pageIds.has(page.id)) {
      return { path: `${path}.id`, message: `Another page has the id "${page.id}".` }
    }
    pageIds.add(page.id)
    for (const [index, { id }] of page.components.entries()) {
      if (componentIds.has(id)) {
        const message = `Another component has the id "${id}".`
        return { path: `${path}.components.${index}.id`, message }
      }
      componentIds.add(id)
    }
  }
  return undefined
}

const findMisplacedPage = (document: FlowDocument): DocumentIssue | undefined => {
  const index = document.pages.findIndex(
    ({ kind }, place) => (kind === 'initial') !== (place === 0),
  )
  if (index < 0) return undefined
  const message =
    index === 0 ? 'The first page must be the Initial Page.' : 'Only the first page is initial.'
  return { path: `pages.${index}.kind`, message }
}

const findExcess = (document: FlowDocument): DocumentIssue | undefined => {
  const count = document.pages.reduce((sum, page) => sum + page.components.length, 0)
  return count > documentLimits.components
    ? { path: 'pages', message: `${count} components; at most ${documentLimits.components}.` }
    : undefined
}

/**
 * Reads a document that may have come from anywhere. What is not exactly a flow is refused with every
 * place that is wrong (at most 20); nothing is repaired in silence.
 */
export const parseDocument = (input: unknown): Result<FlowDocument, DocumentIssue[]> => {
  const unsafe = findUnsafeJson(input)
  return unsafe === undefined ? parseSafeDocument(input) : err([unsafe])
}

/** The same for what `findUnsafeJson` has found nothing in. */
export const parseSafeDocument = (input: unknown): Result<FlowDocument, DocumentIssue[]> => {
  const parsed = flowDocumentSchema.safeParse(liftDocument(input))
  if (!parsed.success) {
    return err(
      parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
        path: path.join('.'),
        message,
      })),
    )
  }
  const issue =
    findMisplacedPage(parsed.data) ?? findRepeatedId(parsed.data) ?? findExcess(parsed.data)
  return issue === undefined ? ok(parsed.data) : err([issue])
}
