import { err, ok, type Result } from '#domain/shared/result.ts'
import type { NewFlow } from './flow-queries.ts'

/** As large as a document may be (see the domain's documentLimits), in characters. */
const longest = 2 * 1024 * 1024

/** Reads the JSON of a flow far enough to name it; the server checks the rest. */
export const readFlowFile = (text: string): Result<NewFlow, string> => {
  if (text.length > longest) return err('This is larger than 2 MiB, too large for a flow.')
  try {
    const document: unknown = JSON.parse(text)
    return ok({ name: findName(document) ?? 'Imported flow', document })
  } catch (error) {
    return err(`This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`)
  }
}

const findName = (document: unknown): string | undefined => {
  if (typeof document !== 'object' || document === null || !('settings' in document)) return
  const { settings } = document
  if (typeof settings !== 'object' || settings === null || !('name' in settings)) return
  return typeof settings.name === 'string' && settings.name.trim() !== ''
    ? settings.name.trim().slice(0, 100)
    : undefined
}
