import {
  type AnswerError,
  type Answers,
  type AnswerValue,
  isBlank,
} from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { Condition, FlowDocument, Page } from '#domain/flow/flow-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'

/** Checks one answer; the registry's on the server, the step views' in the browser. */
export type CheckAnswer = (component: Component, value: unknown) => Result<AnswerValue, AnswerError>

/** What is wrong with the answers of a page, by component id. */
export type PageErrors = Record<string, AnswerError>

const compare = (
  { operator, value }: Condition['comparisons'][number],
  answer: AnswerValue | undefined,
): boolean => {
  switch (operator) {
    case 'is':
      return String(answer ?? '') === String(value ?? '')
    case 'isNot':
      return String(answer ?? '') !== String(value ?? '')
    case 'isEmpty':
      return isBlank(answer)
    case 'isNotEmpty':
      return !isBlank(answer)
    case 'greaterThan':
      return !isBlank(answer) && Number(answer) > Number(value)
    case 'lessThan':
      return !isBlank(answer) && Number(answer) < Number(value)
    case 'contains':
      return String(answer ?? '').includes(String(value ?? ''))
  }
}

/** Whether a condition holds over the answers given so far. */
const isMet = ({ match, comparisons }: Condition, answers: Answers): boolean => {
  const holds = (comparison: Condition['comparisons'][number]) =>
    compare(comparison, Object.hasOwn(answers, comparison.field) ? answers[comparison.field] : null)
  return match === 'all' ? comparisons.every(holds) : comparisons.some(holds)
}

/** What comes after a page with these answers: a page id, or `finish`. */
export const findNextPage = (document: FlowDocument, pageId: string, answers: Answers): string => {
  const index = document.pages.findIndex(({ id }) => id === pageId)
  const taken = document.pages[index]?.next.find(
    ({ when }) => when === null || isMet(when, answers),
  )
  return taken?.to ?? document.pages[index + 1]?.id ?? finishTarget
}

/** Checks the answers of one page; hidden components are not asked and so never in the way. */
export const checkPage = (
  page: Page,
  answers: Answers,
  checkAnswer: CheckAnswer,
): Result<Answers, PageErrors> => {
  const accepted: Answers = {}
  const errors: PageErrors = {}
  for (const component of page.components) {
    const given = Object.hasOwn(answers, component.id) ? answers[component.id] : null
    const checked = checkAnswer(
      component.visible ? component : { ...component, required: false },
      given,
    )
    if (!checked.ok) errors[component.id] = checked.error
    else if (checked.value !== null) accepted[component.id] = checked.value
  }
  return Object.keys(errors).length === 0 ? ok(accepted) : err(errors)
}

/** The way that a worker has gone so far: the pages from the first to the current one. */
export interface Walk {
  path: readonly string[]
  finished: boolean
}

/** What a worker does on the way. */
export type WalkEvent = 'next' | 'back'

/** The start of every walk: the page that follows the Initial Page. */
export const startWalk = (document: FlowDocument, answers: Answers): Walk => {
  const first = findNextPage(document, document.pages[0]?.id ?? '', answers)
  return first === finishTarget ? { path: [], finished: true } : { path: [first], finished: false }
}

/** Takes one step. Forward only over a page whose answers are accepted. */
export const advance = (
  document: FlowDocument,
  walk: Walk,
  event: WalkEvent,
  answers: Answers,
  checkAnswer: CheckAnswer,
): Result<Walk, PageErrors> => {
  if (event === 'back') {
    return ok({ path: walk.path.length > 1 ? walk.path.slice(0, -1) : walk.path, finished: false })
  }
  const page = document.pages.find(({ id }) => id === walk.path.at(-1))
  if (page === undefined) return ok({ ...walk, finished: true })
  const checked = checkPage(page, answers, checkAnswer)
  if (!checked.ok) return checked
  const next = findNextPage(document, page.id, answers)
  return ok(
    next === finishTarget
      ? { ...walk, finished: true }
      : { path: [...walk.path, next], finished: false },
  )
}

/** The whole way that some answers lead, or the first page on it that is not answered well. */
export const walkToFinish = (
  document: FlowDocument,
  answers: Answers,
  checkAnswer: CheckAnswer,
): Result<
  { path: readonly string[]; answers: Answers },
  { pageId: string; errors: PageErrors }
> => {
  const initial = document.pages[0]
  const pages = new Map(document.pages.map((page) => [page.id, page]))
  let walk = startWalk(document, answers)
  while (!walk.finished) {
    const pageId = walk.path.at(-1) ?? ''
    const step = advance(document, walk, 'next', answers, checkAnswer)
    if (!step.ok) return err({ pageId, errors: step.error })
    // The same answers lead round the same loop for ever.
    if (!step.value.finished && new Set(step.value.path).size < step.value.path.length) {
      return err({ pageId, errors: {} })
    }
    walk = step.value
  }
  const walked = [initial?.id ?? '', ...walk.path]
  const asked = walked.flatMap(
    (id) => pages.get(id)?.components.map((component) => component.id) ?? [],
  )
  const kept = Object.entries(answers).filter(([id]) => asked.includes(id))
  return ok({ path: walk.path, answers: Object.fromEntries(kept) })
}
