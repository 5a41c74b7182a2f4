import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import { toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { aComponent, anOtpFlow } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { createFlowEditor, type FlowEditor } from './flow-store.ts'

const open = () => createFlowEditor(toFlowState(anOtpFlow()))
const text = ({ store }: FlowEditor) => JSON.stringify(toFlowDocument(store.getState().flow))
const setTitle = (title: string) => ({
  type: 'component.update' as const,
  componentId: 'otp',
  changes: { title },
})

test('typing in one field is one undo step', () => {
  const editor = open()
  for (const title of ['R', 'Re', 'Rec']) editor.dispatch(setTitle(title), 'otp/title')
  expect(editor.store.getState().past).toHaveLength(1)
  editor.undo()
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('OTP')
  editor.redo()
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('Rec')
})

test('undo and redo pass over what somebody else has worked on since', () => {
  const editor = open()
  const change = (operation: Operation) => {
    const applied = applyOperation(editor.store.getState().flow, operation)
    if (applied.ok) editor.rebase(applied.value)
  }
  editor.dispatch({ type: 'flow.update', changes: { description: 'Mine' } })
  editor.dispatch(setTitle('Mine'))
  change(setTitle('Theirs'))
  editor.undo()
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('Theirs')
  expect(editor.store.getState().flow.settings.description).toBe('')
  change({ type: 'flow.update', changes: { description: 'Theirs' } })
  editor.redo()
  expect(editor.store.getState().flow.settings.description).toBe('Theirs')
  const note = aComponent('view', { id: 'note' })
  editor.dispatch({ type: 'component.add', pageId: 'receiver', index: 0, component: note })
  change({ type: 'component.update', componentId: 'note', changes: { title: 'Theirs' } })
  editor.undo()
  expect(editor.store.getState().flow.componentsById.note?.title).toBe('Theirs')
})

test('leaving the field ends the step', () => {
  const editor = open()
  editor.dispatch(setTitle('A'), 'otp/title')
  editor.seal()
  editor.dispatch(setTitle('B'), 'otp/title')
  expect(editor.store.getState().past).toHaveLength(2)
})

test('a refused operation changes nothing and is no step', () => {
  const editor = open()
  const before = text(editor)
  expect(editor.dispatch({ type: 'component.remove', componentId: 'lost' }).ok).toBe(false)
  expect(text(editor)).toBe(before)
  expect(editor.undo()).toBeUndefined()
})

test('a step whose target somebody else removed is passed over', () => {
  const editor = open()
  editor.dispatch({ type: 'page.update', pageId: 'receiver', changes: { title: 'Door' } })
  editor.dispatch(setTitle('Mine'))
  const { flow } = editor.store.getState()
  const theirs = createFlowEditor(flow)
  theirs.dispatch({ type: 'component.remove', componentId: 'otp' })
  editor.rebase(theirs.store.getState().flow)
  expect(editor.undo()).toMatchObject({ type: 'page.update' })
  expect(editor.store.getState().flow.pagesById.receiver?.title).toBe('receiver')
})

test('undoing everything restores the document, redoing everything brings it back', () => {
  fc.assert(
    fc.property(fc.array(operationSeed, { maxLength: 30, size: 'max' }), (seeds) => {
      const editor = open()
      const before = text(editor)
      for (const seed of seeds) {
        const operation = toOperation(editor.store.getState().flow, seed)
        if (operation) editor.dispatch(operation, seed.third % 2 === 0 ? 'same' : undefined)
      }
      const after = text(editor)
      while (editor.undo());
      expect(text(editor)).toBe(before)
      while (editor.redo());
      expect(text(editor)).toBe(after)
    }),
    { numRuns: 200 },
  )
})
