import type { AnswerValue } from '#domain/components/answer.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { seePages } from '#domain/task/see-pages.ts'
import { advance, type CheckAnswer, listWay, startWalk, type Walk } from '#domain/task/walk.ts'

type Answers = Record<string, AnswerValue>

/** A page as a worker has it in hand: the pages walked up to it, and answers that it accepts. */
export interface Moment {
  path: readonly string[]
  answers: Answers
}

const verified = { verifiedAt: '', channel: 'sms', maskedRecipient: '', challengeId: 'c' }

const checkAnswer: CheckAnswer = (component, value) =>
  getComponentType(component.type).checkAnswer(component, value, {
    parsePhone: (text) => ({ e164: text }),
    findAnswer: () => null,
  })

/** Answers of every kind that can make a difference; not all of them are accepted. */
const listAnswers = (component: Component): AnswerValue[] => {
  if (component.type === 'otp') return [verified]
  if (component.type === 'select') {
    let subsets: string[][] = [[]]
    for (const { id } of component.options) {
      subsets = subsets.concat(subsets.map((subset) => [...subset, id]))
    }
    return subsets
  }
  return [null, '+6281', 'a', 'b']
}

/** Every way to fill in the last page of a way, hidden components left alone. */
const fillPage = (document: FlowDocument, path: readonly string[], before: Answers): Answers[] => {
  const way = listWay(document, path)
  let all: Answers[] = [before]
  for (const component of way.at(-1)?.components ?? []) {
    all = all.flatMap((answers) =>
      seePages(way, answers).visible.has(component.id)
        ? listAnswers(component)
            .filter((value) => checkAnswer(component, value, {}).ok)
            .map((value) => ({ ...answers, [component.id]: value }))
        : [answers],
    )
  }
  return all
}

/**
 * Walks a small flow in every way that there is, with every choice, by the very functions that a
 * worker's phone runs. For property tests: the number of ways grows without mercy.
 */
export const enumerateWalks = (document: FlowDocument): Moment[] => {
  const moments: Moment[] = []
  const go = (walk: Walk, before: Answers) => {
    if (walk.finished) return
    for (const answers of fillPage(document, walk.path, before)) {
      const step = advance(document, walk, 'next', answers, checkAnswer)
      if (!step.ok) continue
      moments.push({ path: walk.path, answers })
      if (step.value.path.length > walk.path.length) go(step.value, answers)
    }
  }
  for (const answers of fillPage(document, [], {})) go(startWalk(document, answers), answers)
  return moments
}
