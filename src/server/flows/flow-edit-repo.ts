import { and, count, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flowOperations, flows } from '#server/platform/db/tables/flow-tables.ts'

interface EditFilter {
  flowId: string
  /** Only edits that made an earlier revision. */
  before: number | undefined
  limit: number
}

const logOf = (organizationId: string, flowId: string) =>
  and(eq(flows.organizationId, organizationId), eq(flows.id, flowId), isNull(flows.deletedAt))

/** What was done to a flow, newest first. */
export const listEdits = (
  db: Database,
  organizationId: string,
  { flowId, before, limit }: EditFilter,
) =>
  db
    .select({
      revision: flowOperations.revision,
      at: flowOperations.createdAt,
      by: users.name,
      byId: users.id,
      text: flowOperations.text,
      subject: flowOperations.subject,
    })
    .from(flowOperations)
    .innerJoin(flows, eq(flows.id, flowOperations.flowId))
    .innerJoin(users, eq(users.id, flowOperations.actorId))
    .where(
      and(
        logOf(organizationId, flowId),
        before === undefined ? undefined : lt(flowOperations.revision, before),
      ),
    )
    .orderBy(desc(flowOperations.revision))
    .limit(limit)

/** Who changed a flow since a revision, busiest first. */
export const listAuthors = (
  db: Database,
  organizationId: string,
  { flowId, since }: { flowId: string; since: number },
) =>
  db
    .select({ by: users.name, byId: users.id, edits: count() })
    .from(flowOperations)
    .innerJoin(flows, eq(flows.id, flowOperations.flowId))
    .innerJoin(users, eq(users.id, flowOperations.actorId))
    .where(and(logOf(organizationId, flowId), gt(flowOperations.revision, since)))
    .groupBy(users.id, users.name)
    .orderBy(desc(count()), users.name)
