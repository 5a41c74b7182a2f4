import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
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
