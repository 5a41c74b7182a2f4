import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { FoundFlows, ImportedFlow, importFlowQuery } from '#contract/interchange-contract.ts'
import { type FoundFlow, readFlowFile } from '#domain/flow/interchange/read-flow-file.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createFlow } from './create-flow-service.ts'
import { listFlowNames } from './flow-repo.ts'
import { findFreeName } from './free-name.ts'
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

const readFile = (content: Uint8Array<ArrayBuffer>): Result<FoundFlow[], Failure> => {
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

/** Says which flows a file holds and what would become of them; nothing is stored. */
export const previewImport = async (
  { db }: Context,
  actor: Actor,
  content: Uint8Array<ArrayBuffer>,
): Promise<Result<FoundFlows, Failure>> => {
  const found = readFile(content)
  if (!found.ok) return found
  const names = await listFlowNames(db, actor.organizationId)
  const flows = found.value.map(({ path, format, read }) =>
    read.ok
      ? {
          ...{ path, format, errors: [], ...read.value },
          name: findFreeName(read.value.document.settings.name, names),
        }
      : { path, format, name: '', document: null, notes: [], errors: read.error },
  )
  return ok({ flows })
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

interface ImportFlow extends z.infer<typeof importFlowQuery> {
  content: Uint8Array<ArrayBuffer>
}

/** Makes a flow from a file, and says what became of its parts. */
export const importFlow = async (
  context: Context,
  actor: Actor,
  { content, flow: path, name }: ImportFlow,
): Promise<Result<ImportedFlow, Failure>> => {
  const found = readFile(content)
  if (!found.ok) return found
  const chosen = choose(found.value, path)
  if (!chosen.ok) return chosen
  const { read } = chosen.value
  if (!read.ok) {
    return err({
      code: 'invalid-document',
      detail: 'The flow of the file cannot be read: see errors.',
      errors: read.error.map((issue) => ({ ...issue, code: 'invalid' })),
    })
  }
  const { document, notes } = read.value
  const created = await createFlow(context, actor, { document, ...(name && { name }) })
  return created.ok ? ok({ flow: created.value, notes }) : created
}
