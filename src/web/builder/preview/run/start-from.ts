import type { Answers, AnswerValue } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { Comparison } from '#domain/flow/condition.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { listWays, type Way } from '#domain/flow/ways.ts'
import { seePages } from '#domain/task/see-pages.ts'
import { fillPage } from '../answers/fill-page.ts'
import { type AnswerMaker, makeAnswer } from '../answers/make-answer.ts'
import { takeAsVerified } from '../otp/take-as-verified.ts'
import { noteOnPage } from '../trace/trace-words.ts'
import { listShown, type Run, type Scene, type Step } from './run.ts'
import { answer, fillDefaults, goOn, start } from './walk-run.ts'

/** The shortest way to a page over the draft's ways; nothing when no way leads there. */
const findWaysTo = (flow: FlowState, pageId: string): Way[] | undefined => {
  const ways = new Map<string, Way[]>([[flow.pageOrder[0] ?? '', []]])
  for (const [from, before] of ways) {
    if (from === pageId) return before
    for (const way of listWays(flow, from)) {
      if (flow.pagesById[way.to] && !ways.has(way.to)) ways.set(way.to, [...before, way])
    }
  }
  return undefined
}

/** An answer with which a comparison holds; undefined where there is none to be found. */
const findSatisfying = (
  { operator, value }: Comparison,
  component: Component,
  made: () => AnswerValue,
): AnswerValue | undefined => {
  const number = Number(value)
  switch (operator) {
    case 'is':
    case 'contains':
      if (component.type === 'select') return [String(value)]
      return typeof value === 'number' ? value : String(value ?? '')
    case 'isNot':
      if (component.type !== 'select') return made()
      return component.options
        .filter(({ id }) => id !== value)
        .slice(0, 1)
        .map(({ id }) => id)
    case 'isEmpty':
      return null
    case 'isNotEmpty':
      return made()
    case 'greaterThan':
      return number + 1
    case 'lessThan':
      return number - 1
  }
}

/** Answers with which the conditions on some ways hold, as far as they can be found. */
const findLeading = (flow: FlowState, ways: readonly Way[], maker: AnswerMaker): Answers => {
  const leading: Answers = {}
  for (const { when } of ways) {
    const comparisons = when?.match === 'any' ? when.comparisons.slice(0, 1) : when?.comparisons
    for (const comparison of comparisons ?? []) {
      const component = flow.componentsById[comparison.field]
      if (component === undefined) continue
      const made = () => makeAnswer(component, maker, leading)
      const value = findSatisfying(comparison, component, made)
      if (value !== undefined) leading[component.id] = value
    }
  }
  return leading
}

/** What the pages before the one to begin on are filled in with. */
interface Guide {
  maker: AnswerMaker
  remembered: Answers
  /** Answers that decide the way, whatever was remembered or stands there by default. */
  leading: Answers
}

/** Fills in the page that is shown and takes its OTPs as verified, so that it can be left. */
const preparePage = (scene: Scene, run: Run, { maker, remembered, leading }: Guide): Run => {
  const components = listShown(scene, run).at(-1)?.components ?? []
  let prepared = run
  for (const { id } of components) {
    const value = leading[id]
    if (value !== undefined) prepared = answer(scene, prepared, id, value).run
  }
  prepared = fillPage(scene, prepared, maker, { ...remembered, ...leading }).run
  const way = listShown(scene, prepared)
  for (const component of components) {
    if (component.type === 'otp' && seePages(way, prepared.answers).visible.has(component.id)) {
      prepared = takeAsVerified(scene.flow, prepared, component, maker.now())
    }
  }
  return prepared
}

/** Walks on with answers until a page is reached; nothing when they do not lead there. */
const walkTo = (scene: Scene, first: Run, pageId: string, guide: Guide): Run | undefined => {
  let { run } = start(scene, first)
  for (const _ of scene.flow.pageOrder) {
    if (run.stage === 'walk' && run.path.at(-1) === pageId) return run
    const next = goOn(scene, preparePage(scene, run, guide), []).run
    const hasMoved = next.stage !== run.stage || next.path.length > run.path.length
    if (!hasMoved || next.stage === 'done') return undefined
    run = next
  }
  return undefined
}

/**
 * A run that begins on a page: before it, remembered answers are filled in, or made up ones that lead
 * there. Where the answers lead elsewhere it begins there all the same, and says so.
 */
export const startFrom = (
  scene: Scene,
  blank: Run,
  pageId: string,
  maker: AnswerMaker,
  remembered: Answers,
): Step => {
  const { flow } = scene
  const title = flow.pagesById[pageId]?.title ?? ''
  const begun = noteOnPage(`Begun on ${title}, with remembered answers before it`, pageId)
  const byMemory = walkTo(scene, blank, pageId, { maker, remembered, leading: {} })
  if (byMemory !== undefined) return { run: byMemory, notes: [begun] }
  const ways = findWaysTo(flow, pageId)
  const guide = { maker, remembered, leading: findLeading(flow, ways ?? [], maker) }
  const byConditions = walkTo(scene, blank, pageId, guide)
  if (byConditions !== undefined) {
    const text = `Begun on ${title}, with answers that lead there`
    return { run: byConditions, notes: [noteOnPage(text, pageId)] }
  }
  const path = ways === undefined ? [pageId] : ways.map(({ to }) => to)
  let run = fillDefaults(scene, blank)
  for (let count = 1; count <= path.length; count += 1) {
    run = preparePage(scene, run, guide)
    run = fillDefaults(scene, { ...run, stage: 'walk', path: path.slice(0, count) })
  }
  const text = `Begun on ${title}; the answers before it do not lead there by themselves`
  return { run, notes: [noteOnPage(text, pageId, 'bad')] }
}
