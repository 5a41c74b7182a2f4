import type { Failure } from '#contract/failure.ts'
import type { Conflict, SentOperation } from '#contract/flow-contract.ts'
import { toNameKey } from '#domain/flow/flow-name.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { err, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Database } from '#server/platform/db/database.ts'
import { isUniqueViolation } from '#server/platform/db/is-unique-violation.ts'
import { listFlowNames } from './flow-repo.ts'

/** The answer when another flow of the organisation has the name. */
export const flowNameTaken = (name: string) =>
  err<Failure>({ code: 'flow-name-taken', detail: `Another flow is called "${name}".` })

/** Whether another flow of the organisation has a name by now. */
export const isNameTaken = async (
  db: Database,
  actor: Actor,
  name: string,
  flowId?: string,
): Promise<boolean> => {
  const names = await listFlowNames(db, actor.organizationId, flowId)
  return names.some((other) => toNameKey(other) === toNameKey(name))
}

/** The name that an operation gives to the flow, if it does. */
const findGivenName = (operation: Operation): string | undefined => {
  if (operation.type === 'batch') {
    return operation.operations.map(findGivenName).findLast((name) => name !== undefined)
  }
  return operation.type === 'flow.update' ? operation.changes.name : undefined
}

/**
 * Parts operations that give the flow a name which another flow has from all others: they are
 * conflicts of their author, not a reason to refuse what was sent with them.
 */
export const refuseTakenNames = async (
  tx: Database,
  actor: Actor,
  flowId: string,
  operations: readonly SentOperation[],
  isKnown: (operation: SentOperation) => boolean,
): Promise<{ free: SentOperation[]; conflicts: Conflict[] }> => {
  const free: SentOperation[] = []
  const conflicts: Conflict[] = []
  for (const sent of operations) {
    // What was applied before is not judged again.
    const name = isKnown(sent) ? undefined : findGivenName(sent.operation)
    if (name === undefined || !(await isNameTaken(tx, actor, name, flowId))) free.push(sent)
    else conflicts.push(toConflict(sent, name))
  }
  return { free, conflicts }
}

const toConflict = ({ id }: SentOperation, name: string): Conflict => ({
  operationId: id,
  code: 'not-allowed',
  message: `Another flow is called "${name}".`,
  setting: 'flow/name',
  mine: name,
  theirs: null,
  by: null,
})

/**
 * Does once more what failed because somebody took the name between the look and the write: now the
 * look finds it. Whoever still loses against others is told that the name is taken.
 */
export const retryOnTakenName = async <Value>(
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> => {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isUniqueViolation(error, 'flows_name')) throw error
    }
  }
  return err({ code: 'flow-name-taken', detail: 'Another flow has just got that name.' })
}
