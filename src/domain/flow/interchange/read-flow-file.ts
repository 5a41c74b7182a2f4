import { err, ok, type Result } from '#domain/shared/result.ts'
import { findUnsafeJson } from '#domain/shared/unsafe-json.ts'
import { type DocumentIssue, parseSafeDocument } from '../parse-document.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import type { ReadFlow } from './read-flow.ts'
import { readMileappFlow } from './read-mileapp-flow.ts'
import { sandiFormat } from './sandi-file.ts'

/** A flow of a file. */
export interface FoundFlow {
  /** Where in the file: `flows.data.0`; empty when the file is the flow. */
  path: string
  format: 'sandi' | 'mileapp'
  /** The flow, or every reason why it can't be read. */
  read: Result<ReadFlow, DocumentIssue[]>
}

/** What answers of an API are wrapped in, however often. */
const wrappers = ['flow', 'flows', 'data']

/** So many flows of one file are looked at. */
const mostFlows = 200

const readDocument = (document: unknown): FoundFlow['read'] => {
  const parsed = parseSafeDocument(document)
  return parsed.ok ? ok({ document: parsed.value, notes: [] }) : parsed
}

const readOne = (source: JsonObject): Omit<FoundFlow, 'path'> | undefined => {
  if (source.format === sandiFormat) {
    return { format: 'sandi', read: readDocument(source.document) }
  }
  if (!('pages' in source)) return undefined
  return isJsonObject(source.settings)
    ? { format: 'sandi', read: readDocument(source) }
    : { format: 'mileapp', read: readMileappFlow(source) }
}

const within = (path: string, issues: DocumentIssue[]): DocumentIssue[] =>
  issues.map((issue) => ({
    ...issue,
    path: [path, issue.path].filter((part) => part !== '').join('.'),
  }))

const findFlows = (value: unknown, path: string): FoundFlow[] => {
  const join = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => findFlows(entry, join(index)))
  }
  if (!isJsonObject(value)) return []
  const one = readOne(value)
  if (one === undefined) {
    return wrappers.flatMap((key) => (key in value ? findFlows(value[key], join(key)) : []))
  }
  const { read } = one
  return [{ ...one, path, read: read.ok ? read : err(within(path, read.error)) }]
}

const parseJson = (text: string): Result<unknown, DocumentIssue> => {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read'
    return err({ path: '', message: `This is not JSON: ${reason}` })
  }
}

/**
 * Finds the flows of a file: of our own, or of MileApp's, alone or wrapped as its API answers them.
 * A file that is none, or that could do harm, is refused with the place and the reason.
 */
export const readFlowFile = (text: string): Result<FoundFlow[], DocumentIssue> => {
  const json = parseJson(text)
  if (!json.ok) return json
  const unsafe = findUnsafeJson(json.value)
  if (unsafe !== undefined) return err(unsafe)
  const found = findFlows(json.value, '')
  if (found.length === 0) {
    return err({ path: '', message: 'There is no flow in it: nothing has "pages".' })
  }
  if (found.length > mostFlows) {
    return err({ path: '', message: `${found.length} flows; at most ${mostFlows} at once.` })
  }
  return ok(found)
}
