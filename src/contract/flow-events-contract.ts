import { z } from 'zod'
import { operationSchema } from '#domain/flow/operation-schema.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'

const coordinate = z.number().min(-1e7).max(1e7)

/** What somebody with an open Flow Builder does at the moment. Never stored. */
export const presenceSchema = z.strictObject({
  /** The tab or program, as it names itself when it saves. */
  clientId: idSchema,
  /** The page that is selected, or that the selected component stands on. */
  pageId: idSchema.nullable(),
  /** The component whose settings are open. */
  componentId: idSchema.nullable(),
  /** Where the pointer is, in canvas units. */
  cursor: z.strictObject({ x: coordinate, y: coordinate }).nullable(),
})

/** Somebody who has the flow open. */
export const peerSchema = presenceSchema
  .extend({ userId: z.string(), name: z.string() })
  .meta({ id: 'Peer' })

/** An operation as it stands in the log of a flow. */
export const loggedOperationSchema = z
  .object({
    /** The revision that it made. */
    revision: z.int(),
    id: z.string(),
    clientId: z.string(),
    operation: operationSchema,
    by: z.object({ userId: z.string(), name: z.string() }),
  })
  .meta({ id: 'LoggedOperation' })

export type Presence = z.infer<typeof presenceSchema>
export type Peer = z.infer<typeof peerSchema>
export type LoggedOperation = z.infer<typeof loggedOperationSchema>

/** What `GET /flows/:flowId/events` sends, by the name of the event. */
export interface FlowEvents {
  /** Applied operations, the reader's own included, in order; the id is the last one's revision. */
  operations: LoggedOperation[]
  /** Somebody is here, or does something else than before. */
  presence: Peer
  gone: { clientId: string }
  /** Too much was missed: fetch the document. What follows is newer than it. */
  reset: { revision: number }
  /** The flow is in the trash. The stream ends. */
  deleted: Record<string, never>
}
