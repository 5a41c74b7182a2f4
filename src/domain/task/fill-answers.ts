import type { Answers, AnswerValue } from '#domain/components/answer.ts'
import { canBeFilled, findActions } from '#domain/components/select/select-actions.ts'
import { findChosen } from '#domain/components/select/select-answer.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'

/**
 * The answers that one answer brings along, itself included: an option that is newly chosen fills in
 * the targets of its fill actions, and an option that is filled in so does the same, each component
 * once. Whoever does the task may change them afterwards.
 */
export const fillAnswers = (
  { pages }: FlowDocument,
  before: Answers,
  componentId: string,
  value: AnswerValue,
): Answers => {
  const components = new Map(pages.flatMap((page) => page.components).map((one) => [one.id, one]))
  const filled: Answers = {}
  const waiting: [string, AnswerValue][] = [[componentId, value]]
  for (const [id, answer] of waiting) {
    if (Object.hasOwn(filled, id)) continue
    filled[id] = answer
    const component = components.get(id)
    if (component?.type !== 'select') continue
    const old = findChosen(before[id])
    const added = findChosen(answer).filter((option) => !old.includes(option))
    for (const action of findActions(component, added)) {
      if (action.do !== 'fill') continue
      for (const target of action.targets) {
        if (canBeFilled(components.get(target)?.type ?? '')) waiting.push([target, action.value])
      }
    }
  }
  return filled
}
