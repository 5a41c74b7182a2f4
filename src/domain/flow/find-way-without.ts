import type { Component } from '#domain/components/component-registry.ts'
import { type AnswerClass, emptyClass } from './answer-classes.ts'
import { type Comparison, isConditionMet } from './condition.ts'
import { finishTarget } from './finish-target.ts'
import { type FlowSurvey, findField, type PageSurvey } from './flow-survey.ts'
import type { Facts } from './way-facts.ts'
import { findWayScope, type WayQuestion, type WayScope } from './way-scope.ts'

/** `none`: there is no such way. `unknown`: there were too many ways to look at them all. */
export type WayAnswer =
  | { kind: 'none' | 'unknown' }
  | { kind: 'skipped' | 'hidden'; path: readonly string[] }

/** How many steps are looked at before the answer is `unknown`: some 10 ms. */
const longestSearch = 4_000

/** A page as it is come to. */
interface Arrival {
  page: PageSurvey
  facts: Facts
  /** The pages of the present loop that were walked: to come back to one is to be there again. */
  walked: readonly string[]
  from: Arrival | null
}

const isShown = (scope: WayScope, component: Component, facts: Facts): boolean => {
  const overruled = scope.facts.find(facts, `!${component.id}`)
  if (overruled !== '') return overruled === 'show'
  // A field, or a place, that only its switch hides is judged as if it were on.
  const { fieldId, componentId } = scope.question
  const isAskedAbout = component.id === fieldId || component.id === componentId
  return component.visible || (isAskedAbout && !scope.survey.logic.actorsById.has(component.id))
}

const toTruths = (holds: readonly boolean[]): string => holds.map(Number).join('')

const learn = (
  { facts: book }: WayScope,
  facts: Facts,
  component: Component,
  { holds, shown }: AnswerClass,
): Facts => {
  let learnt = book.add(facts, `=${component.id}`, toTruths(holds))
  for (const [id, isVisible] of shown) {
    learnt = book.add(learnt, `!${id}`, isVisible ? 'show' : 'hide')
  }
  return learnt
}

const emptyOf = ({ comparisonsById }: WayScope, fieldId: string): AnswerClass =>
  emptyClass(comparisonsById.get(fieldId) ?? [])

/** Everything that can be known after a component that was answered, or was hidden. */
const passComponent = (
  scope: WayScope,
  component: Component,
  branches: readonly Facts[],
): readonly Facts[] | 'unknown' => {
  if (component.id === scope.question.fieldId) {
    return branches
      .filter((branch) => !isShown(scope, component, branch))
      .map((branch) => scope.facts.add(branch, '?', 'hidden'))
  }
  if (findField(scope.survey, component.id) === undefined) return branches
  const classes = scope.classify(component)
  if (classes === null) return 'unknown'
  const passed = branches.flatMap((branch) =>
    isShown(scope, component, branch)
      ? classes.map((one) => learn(scope, branch, component, one))
      : [learn(scope, branch, component, emptyOf(scope, component.id))],
  )
  const different = [...new Set(passed)]
  return different.length > longestSearch ? 'unknown' : different
}

/** Walks down a page: everything that can be known at its end without the field having been asked. */
const passPage = (
  scope: WayScope,
  { page, facts }: Arrival,
): readonly Facts[] | 'reached' | 'unknown' => {
  const { componentId, pageId } = scope.question
  let branches: readonly Facts[] = [facts]
  for (const component of page.components) {
    if (!scope.watched.has(component.id)) continue
    if (component.id === componentId) {
      return branches.some((branch) => isShown(scope, component, branch)) ? 'reached' : []
    }
    const passed = passComponent(scope, component, branches)
    if (passed === 'unknown') return passed
    branches = passed
  }
  if (componentId !== null || page.page.id !== pageId) return branches
  return branches.length > 0 ? 'reached' : []
}

/** The page that comes next; nothing where the task is finished. */
const findNext = (scope: WayScope, { page }: PageSurvey, facts: Facts): PageSurvey | undefined => {
  const holds = (comparison: Comparison): boolean => {
    const { field } = comparison
    const index = scope.comparisonsById.get(field)?.indexOf(comparison) ?? -1
    const known = scope.facts.find(facts, `=${field}`)
    return known === '' ? emptyOf(scope, field).holds[index] === true : known[index] === '1'
  }
  const taken = page.next.find(({ when }) => when === null || isConditionMet(when, holds))
  const { pagesById, logic } = scope.survey
  return pagesById.get(taken?.to ?? logic.graph.following.get(page.id) ?? finishTarget)
}

const arrive = (
  scope: WayScope,
  from: Arrival,
  page: PageSurvey,
  facts: Facts,
): Arrival | undefined => {
  const { loops } = scope.survey.logic.graph
  const { id } = page.page
  if (!scope.region.has(id) || from.walked.includes(id)) return undefined
  const loop = loops.get(id)
  const isSameLoop = loop !== undefined && loop === loops.get(from.page.page.id)
  const walked = loop === undefined ? [] : [...(isSameLoop ? from.walked : []), id]
  return { page, facts: scope.facts.forget(facts, id), walked, from }
}

const toKey = ({ page, facts, walked }: Arrival): string =>
  `${page.page.id}/${facts}/${walked.length < 2 ? '' : walked.toSorted().join()}`

const listPath = (arrival: Arrival): string[] => {
  const path: string[] = []
  for (let at: Arrival | null = arrival; at !== null; at = at.from) path.push(at.page.page.id)
  return path.reverse()
}

/** Searches from some arrivals on; the shortest way is found first. */
const search = (scope: WayScope, starts: readonly Arrival[]): WayAnswer => {
  const queue = [...starts]
  const seen = new Set<string>()
  let steps = 0
  for (const arrival of queue) {
    const passed = passPage(scope, arrival)
    if (passed === 'unknown') return { kind: 'unknown' }
    if (passed === 'reached') {
      const wasHidden = scope.facts.find(arrival.facts, '?') !== '' || isHiddenOn(scope, arrival)
      return { kind: wasHidden ? 'hidden' : 'skipped', path: listPath(arrival) }
    }
    steps += 1 + passed.length
    if (steps > longestSearch) return { kind: 'unknown' }
    if (arrival.page.page.id === scope.question.pageId) continue
    for (const facts of passed) {
      const page = findNext(scope, arrival.page, facts)
      const next = page && arrive(scope, arrival, page, facts)
      if (next === undefined) continue
      const key = toKey(next)
      if (seen.has(key)) continue
      seen.add(key)
      queue.push(next)
    }
  }
  return { kind: 'none' }
}

/** Whether the field stands on the very page of the place: then it was hidden there. */
const isHiddenOn = ({ question, survey }: WayScope, { page }: Arrival): boolean =>
  survey.state.pageIdByComponentId[question.fieldId] === page.page.id

/** At most so many kinds of beginnings are told apart before a search begins at the Initial Page. */
const mostBeginnings = 64

/**
 * Everything that may be known when a page is come to, whether or not it can be: of each fact that is
 * looked at from there on, everything that something before the page could have made of it. Nothing
 * when that is too much.
 */
const imagineFacts = (scope: WayScope): readonly Facts[] | undefined => {
  const { survey, region, comparisonsById, watched, facts: book } = scope
  const isBefore = (id: string) => !region.has(survey.state.pageIdByComponentId[id] ?? '')
  let all: readonly Facts[] = [book.nothing]
  const vary = (fact: string, meanings: readonly string[]) => {
    const known = meanings.flatMap((meaning) => all.map((facts) => book.add(facts, fact, meaning)))
    all = [...new Set([...all, ...known])]
  }
  for (const id of watched) {
    const component = survey.state.componentsById[id]
    if (component === undefined) continue
    if (comparisonsById.has(id) && isBefore(id)) {
      const classes = scope.classify(component)
      if (classes === null) return undefined
      vary(
        `=${id}`,
        classes.map(({ holds }) => toTruths(holds)),
      )
    }
    const actors = survey.logic.actorsById.get(id) ?? []
    if (!isBefore(id) && actors.some((actor) => isBefore(actor.id))) {
      vary(`!${id}`, ['show', 'hide'])
    }
    if (all.length > mostBeginnings) return undefined
  }
  return all
}

const begin = (page: PageSurvey, facts: Facts): Arrival => ({
  page,
  facts,
  walked: [page.page.id],
  from: null,
})

/**
 * Finds a way to a place on which a field is not asked before, show and hide actions included. Looks
 * at every page together with what is known there, once each; ways that know the same meet again.
 * Exact for answers of Selects; other comparisons count as free both ways, so that `none` can be
 * relied on in any case.
 *
 * Every way to the place and to the field passes their common page. Most often there is no way
 * without the field from there on, whatever was answered before; only else the search begins at the
 * Initial Page.
 */
export const findWayWithout = (survey: FlowSurvey, question: WayQuestion): WayAnswer => {
  const { logic, pagesById, pages, state } = survey
  const [first] = pages
  if (first === undefined || !logic.graph.reachable.has(question.pageId)) return { kind: 'none' }
  const fieldPageId = state.pageIdByComponentId[question.fieldId] ?? ''
  const common = pagesById.get(logic.graph.findCommonPage(question.pageId, fieldPageId) ?? '')
  if (common !== undefined && common !== first) {
    const scope = findWayScope(survey, question, common.page.id)
    const starts = imagineFacts(scope)?.map((facts) => begin(common, facts))
    if (starts && search(scope, starts).kind === 'none') return { kind: 'none' }
  }
  const scope = findWayScope(survey, question, first.page.id)
  return search(scope, [begin(first, scope.facts.nothing)])
}
