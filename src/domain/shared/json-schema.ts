import { z } from 'zod'

/** Any JSON value. The type is written out, because a description of it would contain itself. */
export const jsonSchema = z
  .json()
  .meta({ type: ['string', 'number', 'boolean', 'object', 'array', 'null'] })

export type Json = z.infer<typeof jsonSchema>
