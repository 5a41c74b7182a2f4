import type { Failure } from '#contract/failure.ts'
import { documentLimits, type FlowDocument } from '#domain/flow/flow-schema.ts'
import { parseDocument } from '#domain/flow/parse-document.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'

const megabytes = documentLimits.bytes / 1024 / 1024

/** Whether a document is small enough to be kept. */
export const checkSize = (document: unknown): Result<undefined, Failure> =>
  new TextEncoder().encode(JSON.stringify(document) ?? '').length > documentLimits.bytes
    ? err({ code: 'too-large', detail: `A flow may have at most ${megabytes} MiB.` })
    : ok(undefined)

/** Reads a document that came from outside; what is wrong with it is listed place by place. */
export const readDocument = (input: unknown): Result<FlowDocument, Failure> => {
  const size = checkSize(input)
  if (!size.ok) return size
  const parsed = parseDocument(input)
  if (parsed.ok) return parsed
  return err({
    code: 'invalid-document',
    detail: 'The document is not a flow: see errors.',
    errors: parsed.error.map(({ path, message }) => ({ path, code: 'invalid', message })),
  })
}
