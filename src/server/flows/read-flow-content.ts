import type { Failure } from '#contract/failure.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { InterchangeNote } from '#domain/flow/interchange/interchange-note.ts'
import { type FoundFlow, readFlowFile } from '#domain/flow/interchange/read-flow-file.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { checkSize } from './read-document.ts'

/** The text of a file, without a byte order mark. */
const decode = (content: Uint8Array<ArrayBuffer>): Result<string, Failure> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    return err({ code: 'invalid-file', detail: 'The file is not UTF-8 text.' })
  }
}

/** A document can be larger than the file that it is read from. */
const withinSize = (found: FoundFlow): FoundFlow => {
  if (!found.read.ok) return found
  const size = checkSize(found.read.value.document)
  if (size.ok) return found
  return { ...found, read: err([{ path: found.path, message: size.error.detail }]) }
}

/** The flows that a file holds, each as it would be stored or with what is wrong with it. */
export const readFlowContent = (content: Uint8Array<ArrayBuffer>): Result<FoundFlow[], Failure> => {
  const text = decode(content)
  if (!text.ok) return text
  const found = readFlowFile(text.value)
  if (found.ok) return ok(found.value.map(withinSize))
  const { path, message } = found.error
  return err({
    code: 'invalid-file',
    detail: path === '' ? message : `The file is refused at ${path}: it ${message}.`,
    errors: [{ path, code: 'invalid', message }],
  })
}

const choose = (found: FoundFlow[], path: string | undefined): Result<FoundFlow, Failure> => {
  const [first, ...others] = found
  const chosen = path === undefined ? first : found.find((flow) => flow.path === path)
  if (chosen !== undefined && (path !== undefined || others.length === 0)) return ok(chosen)
  return err({
    code: 'invalid-file',
    detail: 'The file holds several flows. Choose one of them by `flow`: see errors.',
    errors: found.map((flow) => ({ path: flow.path, code: 'choice', message: 'A flow.' })),
  })
}

/** One flow of a file: the one at `path`, or the only one. */
export const readChosenFlow = (
  content: Uint8Array<ArrayBuffer>,
  path: string | undefined,
): Result<{ document: FlowDocument; notes: InterchangeNote[] }, Failure> => {
  const found = readFlowContent(content)
  if (!found.ok) return found
  const chosen = choose(found.value, path)
  if (!chosen.ok) return chosen
  const { read } = chosen.value
  if (read.ok) return read
  return err({
    code: 'invalid-document',
    detail: 'The flow of the file cannot be read: see errors.',
    errors: read.error.map((issue) => ({ ...issue, code: 'invalid' })),
  })
}
