import type { Answers } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { FlowDocument, Page } from '#domain/flow/flow-schema.ts'
import { type FlowState, toFlowDocument } from '#domain/flow/flow-state.ts'
import { type CheckAnswer, listWay, type PageErrors } from '#domain/task/walk.ts'
import type { TestChallenge } from '../otp/test-challenge.ts'
import type { TraceNote } from '../trace/trace-note.ts'

/** One moment of a preview: all that has to be known to come back to it. */
export interface Run {
  /** Tells the codes of this run apart from those of the one before. */
  id: string
  /** `initial`: the planner fills in the Initial Page; `walk`: the worker walks; `done`: finished. */
  stage: 'initial' | 'walk' | 'done'
  /** The Mobile App Pages walked so far. */
  path: readonly string[]
  /** The answers as they stand in the forms. */
  answers: Answers
  errors: PageErrors
  challenges: readonly TestChallenge[]
  /** How far the preview's clock is ahead of the real one, in ms. */
  skipped: number
}

/** The draft that a run goes through, and the check of its answers. */
export interface Scene {
  flow: FlowState
  document: FlowDocument
  check: CheckAnswer
}

/** What became of a run, and what is to be said about it. */
export interface Step {
  run: Run
  notes: readonly TraceNote[]
}

export const toScene = (flow: FlowState, check: CheckAnswer): Scene => ({
  flow,
  document: toFlowDocument(flow),
  check,
})

/** A run at its very beginning. */
export const blankRun = (id: string): Run => ({
  id,
  stage: 'initial',
  path: [],
  answers: {},
  errors: {},
  challenges: [],
  skipped: 0,
})

/** The pages up to the one that the phone shows. */
export const listShown = ({ document }: Scene, { stage, path }: Run): readonly Page[] =>
  listWay(document, stage === 'initial' ? [] : path)

/** The answers in the form in which they would be stored; those that are wrong are left out. */
export const toStoredAnswers = ({ flow, check }: Scene, answers: Answers): Answers => {
  const stored: Answers = {}
  for (const [id, value] of Object.entries(answers)) {
    const component: Component | undefined = flow.componentsById[id]
    if (component === undefined) continue
    const checked = check({ ...component, required: false }, value, answers)
    if (checked.ok && checked.value !== null) stored[id] = checked.value
  }
  return stored
}
