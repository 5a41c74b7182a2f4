import type { AnswerValue } from '#domain/components/answer.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { Way } from '#domain/flow/ways.ts'
import { isLive, stateAfter } from '#domain/otp/otp-challenge.ts'
import { checkTask, withProof } from '#domain/task/check-task.ts'
import { fillAnswers } from '#domain/task/fill-answers.ts'
import { findVoidedOtps } from '#domain/task/find-voided-otps.ts'
import {
  advance,
  checkPage,
  findTakenWay,
  listWay,
  startWalk,
  type Walk,
} from '#domain/task/walk.ts'
import { type ListedFile, withFiles } from '#domain/task/with-files.ts'
import { withDefaults } from '#web/component-views/describe-answer.ts'
import { noteOnErrors, noteOnFilled, noteOnPage, noteOnWay } from '../trace/trace-words.ts'
import { listShown, type Run, type Scene, type Step, toStoredAnswers } from './run.ts'

/** The way that the answers take on from some pages. */
export const findWay = ({ document }: Scene, path: readonly string[], { answers }: Run): Way => {
  const way = listWay(document, path)
  const { transition, to } = findTakenWay(document, way, answers)
  return { pageId: way.at(-1)?.id ?? '', transition, to, when: transition?.when ?? null }
}

/** The ways that led to where a run is, as far as its answers still take them. */
export const listTakenWays = (scene: Scene, run: Run): Way[] => {
  if (run.stage === 'initial') return []
  const ends = [...run.path, ...(run.stage === 'done' ? [finishTarget] : [])]
  return ends
    .map((end, index) => ({ end, way: findWay(scene, run.path.slice(0, index), run) }))
    .flatMap(({ end, way }) => (way.to === end ? [way] : []))
}

/** The answers with the default values of the page that is shown. */
export const fillDefaults = (scene: Scene, run: Run): Run => {
  const page = listShown(scene, run).at(-1)
  return page === undefined ? run : { ...run, answers: withDefaults(page, run.answers) }
}

/** Starts: the planner has the Initial Page before them, unless it asks for nothing. */
export const start = (scene: Scene, run: Run): Step => {
  const initial = scene.document.pages[0]
  const begun = fillDefaults(scene, run)
  if (initial === undefined || initial.components.length === 0) return createTask(scene, begun)
  return {
    run: begun,
    notes: [noteOnPage(`${initial.title}: the planner fills it in`, initial.id)],
  }
}

/** Goes on to where a walk has come; a walk that is over without any page is finished at once. */
const goTo = (scene: Scene, run: Run, walk: Walk): Step => {
  const from = run.stage === 'initial' ? [] : run.path
  const way = findWay(scene, from, run)
  const next: Run = { ...run, stage: 'walk', path: walk.path, errors: {} }
  return { run: fillDefaults(scene, next), notes: [noteOnWay(scene.flow, way)] }
}

const createTask = (scene: Scene, run: Run): Step => {
  const { document, flow, check } = scene
  const [initial] = document.pages
  if (initial === undefined) return { run, notes: [] }
  const checked = checkPage([initial], run.answers, check)
  if (!checked.ok) {
    const notes = [noteOnErrors(flow, 'The task is not created', checked.error)]
    return { run: { ...run, errors: checked.error }, notes }
  }
  const created = noteOnPage('Task created', initial.id)
  const gone = goTo(scene, run, startWalk(document, run.answers))
  return { ...gone, notes: [created, ...gone.notes] }
}

/** The same checks as the server's when a task is finished. */
const finish = (scene: Scene, run: Run, files: readonly ListedFile[]): Step => {
  const { document, flow, check } = scene
  const answers = toStoredAnswers(scene, run.answers)
  const verified = run.challenges.filter(({ state }) => state === 'verified')
  const checked = checkTask(
    document,
    answers,
    withFiles(files, withProof(answers, verified, check)),
  )
  if (!checked.ok) {
    const errors = checked.error
    const wrong = run.path.findIndex((id) =>
      flow.pagesById[id]?.componentOrder.some((componentId) => componentId in errors),
    )
    const path = wrong < 0 ? run.path : run.path.slice(0, wrong + 1)
    return {
      run: { ...run, path, errors },
      notes: [noteOnErrors(flow, 'Not finished', errors)],
    }
  }
  const { path } = checked.value
  const count = path.length === 1 ? '1 page' : `${path.length} pages`
  const last = path.at(-1) ?? document.pages[0]?.id ?? ''
  return {
    run: { ...run, stage: 'done', path, errors: {} },
    notes: [
      noteOnWay(flow, findWay(scene, path, run)),
      noteOnPage(`Task finished over ${count}`, last, 'good'),
    ],
  }
}

/** Create Task, Next or Finish Task, whichever the phone offers. */
export const goOn = (scene: Scene, run: Run, files: readonly ListedFile[]): Step => {
  if (run.stage === 'done') return { run, notes: [] }
  if (run.stage === 'initial') return createTask(scene, run)
  const { document, flow, check } = scene
  const walk: Walk = { path: run.path, finished: false }
  const step = advance(document, walk, 'next', run.answers, check)
  if (!step.ok) {
    const title = flow.pagesById[run.path.at(-1) ?? '']?.title ?? 'Page'
    const notes = [noteOnErrors(flow, `${title} is not left`, step.error)]
    return { run: { ...run, errors: step.error }, notes }
  }
  return step.value.finished ? finish(scene, run, files) : goTo(scene, run, step.value)
}

/** Back to the page before. */
export const goBack = (scene: Scene, run: Run): Step => {
  if (run.stage !== 'walk' || run.path.length < 2) return { run, notes: [] }
  const path = run.path.slice(0, -1)
  const pageId = path.at(-1) ?? ''
  const title = scene.flow.pagesById[pageId]?.title ?? ''
  return { run: { ...run, path, errors: {} }, notes: [noteOnPage(`Back to ${title}`, pageId)] }
}

/** Takes an answer, with those that it fills in; a new recipient makes a verification void. */
export const answer = (scene: Scene, run: Run, componentId: string, value: AnswerValue): Step => {
  const { document, flow } = scene
  const filled = fillAnswers(document, run.answers, componentId, value)
  const voided = findVoidedOtps(Object.values(flow.componentsById), run.answers, filled)
  const answers = Object.fromEntries(
    Object.entries({ ...run.answers, ...filled }).filter(([id]) => !voided.includes(id)),
  )
  const challenges = run.challenges.map((one) =>
    voided.includes(one.componentId) && isLive(one.state)
      ? { ...one, state: stateAfter('supersede') }
      : one,
  )
  const { [componentId]: _mended, ...errors } = run.errors
  const notes = Object.entries(filled)
    .filter(([id]) => id !== componentId)
    .map(([id, other]) => noteOnFilled(flow, componentId, id, other))
  return { run: { ...run, answers, errors, challenges }, notes }
}
