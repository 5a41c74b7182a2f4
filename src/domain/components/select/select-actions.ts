import { findChosen } from './select-answer.ts'
import type { SelectAction, SelectComponent } from './select-schema.ts'

/** The actions that an answer sets off, in order. */
export const findActions = (select: SelectComponent, answer: unknown): SelectAction[] => {
  const chosen = findChosen(answer)
  return select.actions.filter(({ options }) => options.some((id) => chosen.includes(id)))
}

/** The Component Types that an action can fill in: never a proof, a file or something measured. */
export const canBeFilled = (type: string): boolean => type === 'input' || type === 'select'
