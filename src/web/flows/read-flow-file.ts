import { err, ok, type Result } from '#domain/shared/result.ts'
import type { NewFlow } from './flow-queries.ts'

/** As large as a document may be (see the domain's documentLimits), in characters. */
const longest = 2 * 1024 * 1024

/** Reads a file as JSON; whether that is a flow, the server says. */
export const readFlowFile = (text: string): Result<NewFlow, string> => {
  if (text.length > longest) return err('This is larger than 2 MiB, too large for a flow.')
  try {
    const document: unknown = JSON.parse(text)
    return ok({ document })
  } catch (error) {
    return err(`This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`)
  }
}
