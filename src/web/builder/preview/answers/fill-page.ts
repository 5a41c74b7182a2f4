import { type Answers, answerOf, isBlank } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import { seePages } from '#domain/task/see-pages.ts'
import { listShown, type Run, type Scene, type Step } from '../run/run.ts'
import { answer } from '../run/walk-run.ts'
import { type AnswerMaker, makeAnswer } from './make-answer.ts'

/** What was answered before where that still fits, or a made up answer to what is required. */
const findAnswer = (
  component: Component,
  maker: AnswerMaker,
  answers: Answers,
  remembered: Answers,
) => {
  const known = answerOf(remembered, component.id)
  if (!isBlank(known)) {
    const checked = maker.check({ ...component, required: false }, known, answers)
    if (checked.ok && checked.value !== null) return checked.value
  }
  return component.required ? makeAnswer(component, maker, answers) : null
}

/** Fills in what is blank or not accepted on the page that is shown, in order: answers show, hide and fill others. */
export const fillPage = (scene: Scene, run: Run, maker: AnswerMaker, remembered: Answers): Step => {
  const way = listShown(scene, run)
  let filled: Step = { run, notes: [] }
  for (const component of way.at(-1)?.components ?? []) {
    const { answers } = filled.run
    if (component.type === 'otp' || !seePages(way, answers).visible.has(component.id)) continue
    const given = answerOf(answers, component.id)
    if (!isBlank(given) && scene.check(component, given, answers).ok) continue
    const value = findAnswer(component, maker, answers, remembered)
    if (value === null) continue
    const step = answer(scene, filled.run, component.id, value)
    filled = { run: step.run, notes: [...filled.notes, ...step.notes] }
  }
  return filled
}
