import type { Conflict, SentOperation } from '#contract/flow-contract.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { OperationRefusal } from '#domain/flow/operation-refusal.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import {
  findTouchedValue,
  listTouchedSettings,
  type TouchedSetting,
} from '#domain/flow/touched-settings.ts'
import type { LoggedOperation } from './flow-operation-repo.ts'

/** Who set what since the sender's base: the last one for each setting. */
export type OthersChanges = ReadonlyMap<TouchedSetting, string>

/** Collects what others set, by setting. */
export const collectOthersChanges = (others: readonly LoggedOperation[]): OthersChanges =>
  new Map(
    others.flatMap(({ operation, actorName }) =>
      listTouchedSettings(operation).map((setting) => [setting, actorName] as const),
    ),
  )

/**
 * The settings of others that an operation would overwrite. A change of type brings the whole
 * component along, so it overwrites every setting of it.
 */
const listOverwritten = (operation: Operation, others: OthersChanges): TouchedSetting[] =>
  listTouchedSettings(operation).flatMap((setting) => {
    if (others.has(setting)) return [setting]
    if (!replacesComponent(operation, setting)) return []
    const component = setting.slice(0, -'type'.length)
    return [...others.keys()].filter((other) => other.startsWith(component))
  })

const replacesComponent = (operation: Operation, setting: TouchedSetting): boolean =>
  operation.type === 'batch'
    ? operation.operations.some((part) => replacesComponent(part, setting))
    : operation.type === 'component.changeType' &&
      setting === `component/${operation.component.id}/type`

/** What an operation sets a setting to; nothing when it sets another one. */
const findMyValue = (operation: Operation, setting: TouchedSetting): unknown => {
  const name = setting.split('/').at(-1) ?? ''
  if (operation.type === 'batch') {
    return operation.operations
      .map((part) => findMyValue(part, setting))
      .findLast((value) => value !== undefined)
  }
  if (!listOverwritten(operation, new Map([[setting, '']])).includes(setting)) return undefined
  switch (operation.type) {
    case 'component.changeType':
      return (operation.component as Record<string, unknown>)[name]
    case 'transition.update':
      return operation.transition
    case 'flow.update':
    case 'page.update':
    case 'component.update':
      return (operation.changes as Record<string, unknown>)[name]
    default:
      return undefined
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

type Json = Conflict['mine']

/** The first setting that the sender and somebody else set to different values, if there is one. */
export const findConflict = (
  state: FlowState,
  { id, operation }: SentOperation,
  others: OthersChanges,
): Conflict | undefined => {
  for (const setting of listOverwritten(operation, others)) {
    const mine = findMyValue(operation, setting)
    const theirs = findTouchedValue(state, setting)
    // What is gone by now is refused by the reducer, with a better reason.
    if (theirs !== undefined && !isSame(mine, theirs)) {
      const by = others.get(setting) ?? null
      return {
        operationId: id,
        code: 'changed-by-other',
        message: `${by ?? 'Somebody'} has changed this meanwhile.`,
        setting,
        mine: (mine ?? null) as Json,
        theirs: theirs as Json,
        by,
      }
    }
  }
  return undefined
}

/** An operation that the newest document does not take. */
export const toRefusal = ({ id }: SentOperation, refusal: OperationRefusal): Conflict => ({
  operationId: id,
  code: refusal.code,
  message: refusal.message,
  setting: refusal.path,
  mine: null,
  theirs: null,
  by: null,
})
