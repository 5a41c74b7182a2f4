import type { Answers } from '#domain/components/answer.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { noteOnPage } from '../trace/trace-words.ts'
import { type Run, type Scene, type Step, toScene } from './run.ts'
import { fillDefaults, findWay } from './walk-run.ts'

/**
 * Whether an answer fits the component as it is now. One that was wrong already is somebody's typing
 * and stays.
 */
const stillFits = (before: Scene, after: Scene, answers: Answers, id: string): boolean => {
  const was = before.flow.componentsById[id]
  const is = after.flow.componentsById[id]
  if (is === undefined || was === is) return is !== undefined
  if (was === undefined) return true
  if (was.type !== is.type) return false
  if (is.type === 'otp' && was.type === 'otp' && is.recipientField !== was.recipientField) {
    return false
  }
  const value = answers[id]
  const wasRight = before.check({ ...was, required: false }, value, answers).ok
  return !wasRight || after.check({ ...is, required: false }, value, answers).ok
}

/** The pages of a path up to where the draft no longer leads along it, because it was edited. */
const followPath = (before: Scene, after: Scene, run: Run): readonly string[] => {
  const end = run.path.findIndex((pageId, index) => {
    if (after.flow.pagesById[pageId] === undefined) return true
    const led = findWay(before, run.path.slice(0, index), run).to === pageId
    return led && findWay(after, run.path.slice(0, index), run).to !== pageId
  })
  return end < 0 ? run.path : run.path.slice(0, end)
}

/** Takes over an edited draft: what was answered stays as far as it fits, and so does the way. */
export const followDraft = (before: Scene, flow: FlowState, run: Run): Step => {
  const after = toScene(flow, before.check)
  const gone = Object.keys(run.answers).filter((id) => !stillFits(before, after, run.answers, id))
  const answers = Object.fromEntries(
    Object.entries(run.answers).filter(([id]) => !gone.includes(id)),
  )
  const kept = { ...run, answers }
  const path = run.stage === 'walk' ? followPath(before, after, kept) : run.path
  const isSame = (id: string) => before.flow.componentsById[id] === flow.componentsById[id]
  const errors = Object.fromEntries(Object.entries(run.errors).filter(([id]) => isSame(id)))
  // Where even the first page is gone, the planner has the Initial Page again.
  const stage = path.length === 0 && run.path.length > 0 ? 'initial' : run.stage
  const next = fillDefaults(after, { ...kept, path, errors, stage })
  const pageId = path.at(-1) ?? flow.pageOrder[0] ?? ''
  const title = flow.pagesById[pageId]?.title ?? ''
  const titles = gone.map((id) => before.flow.componentsById[id]?.title ?? id)
  return {
    run: next,
    notes: [
      ...(titles.length > 0
        ? [noteOnPage(`Draft edited: no longer fits: ${titles.join(', ')}`, pageId)]
        : []),
      ...(path.length < run.path.length
        ? [noteOnPage(`Draft edited: back on ${title}`, pageId)]
        : []),
    ],
  }
}
