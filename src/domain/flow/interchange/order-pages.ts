import { err, ok, type Result } from '#domain/shared/result.ts'
import type { DocumentIssue } from '../parse-document.ts'
import type { InterchangeNote } from './interchange-note.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'

/** A page of a file, whose components are objects. */
export interface SourcePage {
  source: JsonObject
  components: JsonObject[]
  path: string
}

/** MileApp's name for the Initial Page. */
const initialId = 'page0'

const toPage = (source: unknown, path: string): Result<SourcePage, DocumentIssue> => {
  if (!isJsonObject(source)) return err({ path, message: 'is not a page' })
  const { components = [] } = source
  if (!Array.isArray(components)) {
    return err({ path: `${path}.components`, message: 'is not a list of components' })
  }
  const wrong = components.findIndex((component) => !isJsonObject(component))
  if (wrong >= 0) return err({ path: `${path}.components.${wrong}`, message: 'is not a component' })
  return ok({ source, components, path })
}

/**
 * The pages of a file, the Initial Page first: it is the one called `page0`, or the first one where
 * none has an id. A file that has none gets an empty one.
 */
export const orderPages = (
  pages: unknown,
  notes: InterchangeNote[],
): Result<SourcePage[], DocumentIssue> => {
  if (!Array.isArray(pages)) return err({ path: 'pages', message: 'is not a list of pages' })
  const read: SourcePage[] = []
  for (const [index, source] of pages.entries()) {
    const page = toPage(source, `pages.${index}`)
    if (!page.ok) return page
    read.push(page.value)
  }
  const initial = read.findIndex(({ source }) => source.id === initialId)
  const [first] = read
  if (initial === 0 || (initial < 0 && first !== undefined && first.source.id === undefined)) {
    return ok(read)
  }
  const note = (path: string, message: string) =>
    notes.push({ kind: 'changed', path, title: null, message })
  const found = read[initial]
  if (found !== undefined) {
    note(found.path, 'It is the Initial Page, so it comes first.')
    return ok([found, ...read.filter((page) => page !== found)])
  }
  note('pages', 'No page is called "page0", so there is an empty Initial Page.')
  return ok([{ source: { id: initialId }, components: [], path: 'pages' }, ...read])
}
