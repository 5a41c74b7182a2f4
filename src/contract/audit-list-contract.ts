import { z } from 'zod'
import { safeText } from '#domain/shared/text-schema.ts'
import { type AuditAction, auditActions } from './audit-contract.ts'
import { listQuery, timestamp } from './list-schema.ts'

const { limit, cursor } = listQuery

const filter = {
  /** Part of the name of who did it. */
  who: safeText.trim().max(100).optional(),
  action: z.enum(Object.keys(auditActions) as [AuditAction, ...AuditAction[]]).optional(),
  from: timestamp.optional(),
  to: timestamp.optional(),
}

export const auditQuery = z.object({ limit, cursor, ...filter })
export const auditCsvQuery = z.object(filter)

/** What somebody did, in words. */
export const auditEntrySchema = z
  .object({
    id: z.string(),
    at: timestamp,
    by: z.string(),
    action: z.string(),
    /** For example "Changed the role of a member". */
    title: z.string(),
    /** To whom or what; may be empty. */
    subject: z.string(),
    /** What changed, for example "Role: Planner → Admin"; may be empty. */
    changes: z.string(),
  })
  .meta({ id: 'AuditEntry' })

export type AuditEntry = z.infer<typeof auditEntrySchema>
