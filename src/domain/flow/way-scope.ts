import type { Component } from '#domain/components/component-registry.ts'
import { type AnswerClass, classifyAnswers } from './answer-classes.ts'
import type { Comparison } from './condition.ts'
import type { FlowSurvey } from './flow-survey.ts'
import { createFactBook, type FactBook } from './way-facts.ts'

/** Asks for a way to a place on which a field is not asked before. */
export interface WayQuestion {
  /** The page of the place, and the component there; null for the end of the page. */
  pageId: string
  componentId: string | null
  fieldId: string
}

/** What of a flow a question is about: the ways from one page to the place. */
export interface WayScope {
  survey: FlowSurvey
  question: WayQuestion
  /** The pages on these ways. */
  region: ReadonlySet<string>
  /** The comparisons in conditions on the way, by field. */
  comparisonsById: ReadonlyMap<string, readonly Comparison[]>
  /** Components whose answer or visibility matters. */
  watched: ReadonlySet<string>
  facts: FactBook
  /** The kinds of answers that a component can get; null when there are too many. */
  classify(component: Component): readonly AnswerClass[] | null
}

/** Goes back from some pages, over pages that count, but not back beyond the first. */
const goBack = (
  { logic }: FlowSurvey,
  from: readonly string[],
  counts: (pageId: string) => boolean,
  first?: string,
): Set<string> => {
  const region = new Set(from)
  for (const id of region) {
    if (id === first) continue
    for (const before of logic.graph.predecessors.get(id) ?? []) {
      if (counts(before)) region.add(before)
    }
  }
  return region
}

const push = <Item>(lists: Map<string, Item[]>, key: string, item: Item) => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** Finds what a question is about, on the ways from a page that all of them pass. */
export const findWayScope = (
  survey: FlowSurvey,
  question: WayQuestion,
  first: string,
): WayScope => {
  const { reachable } = survey.logic.graph
  const region = goBack(survey, [question.pageId], (id) => reachable.has(id), first)
  const comparisonsById = new Map<string, Comparison[]>()
  const usersByFact = new Map<string, string[]>([['?', [question.pageId]]])
  for (const id of region) {
    // What comes after the place does not matter any more.
    if (id === question.pageId) continue
    for (const { when } of survey.pagesById.get(id)?.page.next ?? []) {
      for (const comparison of when?.comparisons ?? []) {
        push(comparisonsById, comparison.field, comparison)
        push(usersByFact, `=${comparison.field}`, id)
      }
    }
  }
  const watched = new Set([question.fieldId, question.componentId ?? '', ...comparisonsById.keys()])
  for (const id of watched) {
    const page = survey.state.pageIdByComponentId[id]
    if (page !== undefined && region.has(page)) push(usersByFact, `!${id}`, page)
    for (const actor of survey.logic.actorsById.get(id) ?? []) watched.add(actor.id)
  }
  const live = [...usersByFact].map(
    ([fact, users]) => [fact, goBack(survey, users, (id) => region.has(id))] as const,
  )
  const classes = new Map<string, readonly AnswerClass[] | null>()
  const classify = (component: Component) => {
    const known = classes.get(component.id)
    if (known !== undefined) return known
    const comparisons = comparisonsById.get(component.id) ?? []
    const found = classifyAnswers(component, comparisons, (id) => watched.has(id))
    classes.set(component.id, found)
    return found
  }
  const facts = createFactBook(new Map(live))
  return { survey, question, region, comparisonsById, watched, facts, classify }
}
