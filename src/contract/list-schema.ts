import { z } from 'zod'
import { jsonSchema } from '#domain/shared/json-schema.ts'

/** How every list is asked for: a page size and where the last page ended. */
export const listQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
}

/** How every list is answered. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** A time, ISO 8601 in UTC. */
export const timestamp = z.iso.datetime()

/** An amount of credit, a decimal string with six places, for example "2.000000". */
export const creditAmount = z.string().regex(/^-?\d+\.\d{6}$/)

/** Any JSON. Its type is `unknown`: who reads it finds out what it is. */
export const jsonValue: z.ZodType<unknown> = jsonSchema
