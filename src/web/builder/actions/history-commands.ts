import { describeOperation } from '#domain/flow/describe-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { type Builder, flowOf } from '../builder.ts'
import { toComponentSelection, toPageSelection } from '../state/selection.ts'

const listNew = <Part>(now: Record<string, Part>, before: Record<string, Part>): string[] =>
  Object.keys(now).filter((id) => before[id] === undefined)

/** Selects what a step back or forth has brought back, so that it is seen where it is. */
const selectReturned = (builder: Builder, before: FlowState): void => {
  const now = flowOf(builder)
  const pages = listNew(now.pagesById, before.pagesById)
  const components = listNew(now.componentsById, before.componentsById)
  if (pages.length > 0) builder.session.setState({ selection: toPageSelection(pages) })
  else if (components.length > 0) {
    builder.session.setState({ selection: toComponentSelection(components) })
  }
}

/** Takes the last step back and says what it was. */
export const undo = (builder: Builder): void => {
  const before = flowOf(builder)
  const undone = builder.editor.undo()
  if (!undone) return
  selectReturned(builder, before)
  // The flow as it is now is the one that the step was made on.
  say(builder, `Undone: ${describeOperation(flowOf(builder), undone).text}`)
}

/** Does the step that was undone last again and says what it is. */
export const redo = (builder: Builder): void => {
  const before = flowOf(builder)
  const redone = builder.editor.redo()
  if (!redone) return
  selectReturned(builder, before)
  say(builder, `Redone: ${describeOperation(before, redone).text}`)
}

const say = (builder: Builder, message: string) => builder.notify(message, { topic: 'history' })

/** Undoes or redoes until so many steps are done. */
export const goToStep = (builder: Builder, done: number): void => {
  const { editor } = builder
  const count = () => editor.store.getState().past.length
  const from = count()
  while (count() > done && editor.undo());
  while (count() < done && editor.redo());
  const moved = count() - from
  if (moved === 0) return
  const steps = Math.abs(moved) === 1 ? '1 step' : `${Math.abs(moved)} steps`
  say(builder, `${moved < 0 ? 'Undone' : 'Redone'}: ${steps}`)
}

/** Takes one step back, as a message about it offers, unless something else was done since. */
export const undoStep = (builder: Builder, operation: Operation | undefined): void => {
  const last = builder.editor.store.getState().past.at(-1)
  if (operation !== undefined && last?.operation === operation) undo(builder)
  else builder.notify('Other steps came after it: the history list takes them back')
}
