import type { AuditAction } from '#contract/audit-contract.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { insertAuditEntry } from './audit-repo.ts'

/** What was done, and to what; `detail` says what changed, never a secret, a code or a full recipient. */
export interface AuditEvent {
  action: AuditAction
  subject?: string
  detail?: Readonly<Record<string, unknown>>
}

/** Writes an entry of the audit trail. Pass the transaction of the change as `db`: both happen or none. */
export const recordAudit = (
  { db, clock, newId }: Pick<Context, 'db' | 'clock' | 'newId'>,
  actor: Actor,
  event: AuditEvent,
): Promise<void> =>
  insertAuditEntry(db, {
    id: newId(),
    organizationId: actor.organizationId,
    at: new Date(clock.now()),
    actorId: actor.userId,
    actorName: actor.userName,
    ...event,
  })
