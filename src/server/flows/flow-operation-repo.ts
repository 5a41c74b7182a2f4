import { and, asc, eq, gt, inArray, or, type SQL } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flowOperations } from '#server/platform/db/tables/flow-tables.ts'

const logged = {
  revision: flowOperations.revision,
  operationId: flowOperations.operationId,
  clientId: flowOperations.clientId,
  operation: flowOperations.operation,
  actorId: flowOperations.actorId,
  actorName: users.name,
}

const listWhere = (db: Database, flowId: string, which: SQL | undefined) =>
  db
    .select(logged)
    .from(flowOperations)
    .innerJoin(users, eq(users.id, flowOperations.actorId))
    .where(and(eq(flowOperations.flowId, flowId), which))
    .orderBy(asc(flowOperations.revision))

/** The operations that were applied to a flow since a revision, oldest first. */
export const listOperationsSince = (db: Database, flowId: string, revision: number) =>
  listWhere(db, flowId, gt(flowOperations.revision, revision))

export type LoggedOperation = Awaited<ReturnType<typeof listOperationsSince>>[number]

/** The same, and those that have one of some ids, whenever they were applied. */
export const listOperationsSinceOrKnown = (
  db: Database,
  flowId: string,
  revision: number,
  ids: string[],
) =>
  listWhere(
    db,
    flowId,
    or(gt(flowOperations.revision, revision), inArray(flowOperations.operationId, ids)),
  )

/** Writes down what was applied. */
export const insertOperations = async (
  tx: Database,
  rows: (typeof flowOperations.$inferInsert)[],
) => {
  await tx.insert(flowOperations).values(rows)
}
