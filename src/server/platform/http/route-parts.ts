import type { z } from 'zod'
import { problemDetailsSchema } from '#contract/problem-details.ts'

/** The JSON body that a route demands. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})

/** The JSON that a route answers with. */
export const jsonContent = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/**
 * Every other answer of a route, for the API document only: `respond` makes them, and clients tell
 * them apart by the status. So they are not in the type of the route.
 */
export const problemResponses: Record<never, never> = {
  default: {
    description: 'Problem details (RFC 9457)',
    content: { 'application/problem+json': { schema: problemDetailsSchema } },
  },
}
