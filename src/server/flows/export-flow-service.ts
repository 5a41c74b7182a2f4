import type { Failure } from '#contract/failure.ts'
import type { flowFormats } from '#contract/interchange-contract.ts'
import { writeSandiFile } from '#domain/flow/interchange/sandi-file.ts'
import { toFileName } from '#domain/flow/interchange/to-file-name.ts'
import { writeMileappFlow } from '#domain/flow/interchange/write-mileapp-flow.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getFlow } from './get-flow-service.ts'

interface ExportFlow {
  flowId: string
  format: (typeof flowFormats)[number]
}

/** A flow as a file. */
export interface ExportedFlow {
  fileName: string
  content: object
}

/** Writes a flow's newest document in a format; what MileApp can't say is listed in the file. */
export const exportFlow = async (
  context: Context,
  actor: Actor,
  { flowId, format }: ExportFlow,
): Promise<Result<ExportedFlow, Failure>> => {
  const flow = await getFlow(context, actor, flowId)
  if (!flow.ok) return flow
  const { document } = flow.value
  const content = format === 'sandi' ? writeSandiFile(document) : writeMileappFlow(document).flow
  return ok({ fileName: toFileName(document.settings.name, format), content })
}
