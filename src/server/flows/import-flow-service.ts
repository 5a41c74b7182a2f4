import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { FoundFlows, ImportedFlow, importFlowQuery } from '#contract/interchange-contract.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createFlow } from './create-flow-service.ts'
import { listFlowNames } from './flow-repo.ts'
import { findFreeName } from './free-name.ts'
import { readChosenFlow, readFlowContent } from './read-flow-content.ts'

/** Says which flows a file holds and what would become of them; nothing is stored. */
export const previewImport = async (
  { db }: Context,
  actor: Actor,
  content: Uint8Array<ArrayBuffer>,
): Promise<Result<FoundFlows, Failure>> => {
  const found = readFlowContent(content)
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

interface ImportFlow extends z.infer<typeof importFlowQuery> {
  content: Uint8Array<ArrayBuffer>
}

/** Makes a flow from a file, and says what became of its parts. */
export const importFlow = async (
  context: Context,
  actor: Actor,
  { content, flow: path, name }: ImportFlow,
): Promise<Result<ImportedFlow, Failure>> => {
  const read = readChosenFlow(content, path)
  if (!read.ok) return read
  const { document, notes } = read.value
  const created = await createFlow(context, actor, { document, ...(name && { name }) })
  return created.ok ? ok({ flow: created.value, notes }) : created
}
