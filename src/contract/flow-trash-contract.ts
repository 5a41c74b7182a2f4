import { z } from 'zod'
import { timestamp } from './list-schema.ts'

/** How long a flow can be taken out of the trash again. */
export const trashDays = 30

export const trashedFlowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    pageCount: z.int(),
    componentCount: z.int(),
    deletedAt: timestamp,
    deletedBy: z.string(),
    /** When it is deleted for good. */
    expiresAt: timestamp,
  })
  .meta({ id: 'TrashedFlow' })

export type TrashedFlow = z.infer<typeof trashedFlowSchema>
