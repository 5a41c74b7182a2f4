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
    /** When it is deleted for good, and in how many days, rounded up. */
    expiresAt: timestamp,
    daysLeft: z.int(),
  })
  .meta({ id: 'TrashedFlow' })

export type TrashedFlow = z.infer<typeof trashedFlowSchema>
