import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flowOperations } from '#server/platform/db/tables/flow-tables.ts'

/** The operations that were applied to a flow since a revision, oldest first. */
export const listOperationsSince = (db: Database, flowId: string, revision: number) =>
  db
    .select({
      revision: flowOperations.revision,
      operationId: flowOperations.operationId,
      clientId: flowOperations.clientId,
      operation: flowOperations.operation,
      actorName: users.name,
    })
    .from(flowOperations)
    .innerJoin(users, eq(users.id, flowOperations.actorId))
    .where(and(eq(flowOperations.flowId, flowId), gt(flowOperations.revision, revision)))
    .orderBy(asc(flowOperations.revision))

export type LoggedOperation = Awaited<ReturnType<typeof listOperationsSince>>[number]

/** Which of some operation ids have been applied to a flow already. */
export const listKnownOperationIds = async (
  db: Database,
  flowId: string,
  ids: string[],
): Promise<Set<string>> => {
  const rows = await db
    .select({ id: flowOperations.operationId })
    .from(flowOperations)
    .where(and(eq(flowOperations.flowId, flowId), inArray(flowOperations.operationId, ids)))
  return new Set(rows.map(({ id }) => id))
}

/** Writes down what was applied. */
export const insertOperations = async (
  tx: Database,
  rows: (typeof flowOperations.$inferInsert)[],
) => {
  await tx.insert(flowOperations).values(rows)
}
