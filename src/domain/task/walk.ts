import type { AnswerError, Answers, AnswerValue } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import { isMet } from '#domain/flow/condition.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowDocument, Page, Transition } from '#domain/flow/flow-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { seePages } from './see-pages.ts'

/**
 * Checks one answer; the registry's on the server, the step views' in the browser. `answers` are the
 * others, for what depends on them.
 */
export type CheckAnswer = (
  component: Component,
  value: unknown,
  answers: Answers,
) => Result<AnswerValue, AnswerError>

/** What is wrong with the answers of a page, by component id. */
export type PageErrors = Record<string, AnswerError>

/**
 * What comes after some pages: a page id, or `finish`, and the transition that says so; null where
 * none does and the next page in order follows. Only answers of what the pages show count.
 */
export const findTakenWay = (
  document: FlowDocument,
  way: readonly Page[],
  answers: Answers,
): { transition: Transition | null; to: string } => {
  const index = document.pages.findIndex(({ id }) => id === way.at(-1)?.id)
  const counting = seePages(way, answers).answers
  const transition =
    document.pages[index]?.next.find(({ when }) => when === null || isMet(when, counting)) ?? null
  return { transition, to: transition?.to ?? document.pages[index + 1]?.id ?? finishTarget }
}

/** What comes after some pages: a page id, or `finish`. */
export const findNextPage = (
  document: FlowDocument,
  way: readonly Page[],
  answers: Answers,
): string => findTakenWay(document, way, answers).to

/**
 * Checks the answers of the last page of a way. What is hidden there is not asked, and what was
 * answered to it nevertheless is not accepted.
 */
export const checkPage = (
  way: readonly Page[],
  answers: Answers,
  checkAnswer: CheckAnswer,
): Result<Answers, PageErrors> => {
  const seen = seePages(way, answers)
  const accepted: Answers = {}
  const errors: PageErrors = {}
  for (const component of way.at(-1)?.components ?? []) {
    if (!seen.visible.has(component.id)) continue
    const checked = checkAnswer(component, seen.answers[component.id] ?? null, seen.answers)
    if (!checked.ok) errors[component.id] = checked.error
    else if (checked.value !== null) accepted[component.id] = checked.value
  }
  return Object.keys(errors).length === 0 ? ok(accepted) : err(errors)
}

/**
 * The way that a worker has gone so far: the pages from the first after the Initial Page to the
 * current one, each once. A page that comes again is the same page again: what was asked after it is
 * no longer on the way.
 */
export interface Walk {
  path: readonly string[]
  finished: boolean
}

/** What a worker does on the way. */
export type WalkEvent = 'next' | 'back'

/** The pages of a walk, from the Initial Page on. */
export const listWay = ({ pages }: FlowDocument, path: readonly string[]): Page[] => {
  const walked = path.flatMap((id) => pages.find((page) => page.id === id) ?? [])
  return [...pages.slice(0, 1), ...walked]
}

const goTo = ({ path }: Walk, next: string): Walk => {
  if (next === finishTarget) return { path, finished: true }
  const before = path.indexOf(next)
  return { path: [...(before < 0 ? path : path.slice(0, before)), next], finished: false }
}

/** The start of every walk: the page that follows the Initial Page. */
export const startWalk = (document: FlowDocument, answers: Answers): Walk =>
  goTo({ path: [], finished: false }, findNextPage(document, listWay(document, []), answers))

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
  const way = listWay(document, walk.path)
  // The flow leads to a page that was deleted: there is nothing left to do.
  if (way.length <= walk.path.length) return ok({ ...walk, finished: true })
  const checked = checkPage(way, answers, checkAnswer)
  if (!checked.ok) return checked
  return ok(goTo(walk, findNextPage(document, way, answers)))
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
  let walk = startWalk(document, answers)
  while (!walk.finished) {
    const pageId = walk.path.at(-1) ?? ''
    const step = advance(document, walk, 'next', answers, checkAnswer)
    if (!step.ok) return err({ pageId, errors: step.error })
    // The same answers lead round the same loop for ever.
    if (!step.value.finished && step.value.path.length <= walk.path.length) {
      return err({ pageId, errors: {} })
    }
    walk = step.value
  }
  const { path } = walk
  return ok({ path, answers: seePages(listWay(document, path), answers).answers })
}
