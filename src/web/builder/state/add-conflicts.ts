import type { Conflict } from '#contract/flow-contract.ts'

/** Adds conflicts to those that are still to be decided: the person is asked once for each setting. */
export const addConflicts = (
  known: readonly Conflict[],
  added: readonly Conflict[],
): Conflict[] => {
  const all = [...known, ...added]
  return all.filter(({ code, setting }, index) => {
    if (code !== 'changed-by-other') return true
    return !all.some((later, place) => place > index && later.setting === setting)
  })
}
