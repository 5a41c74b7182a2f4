import { expect, test } from 'vitest'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import { createFlowEditor } from '../state/flow-store.ts'
import { listHistory } from './list-history.ts'

const open = () => createFlowEditor(toFlowState(anOtpFlow()))
const set = (changes: Record<string, string | number>) => ({
  type: 'component.update' as const,
  componentId: 'otp',
  changes,
})

test('steps are named as they were made, the newest first, the undone ones on top', () => {
  const editor = open()
  editor.dispatch(set({ title: 'Code' }))
  editor.dispatch({ type: 'component.move', componentId: 'otp', pageId: 'initial', index: 0 })
  editor.dispatch(set({ channel: 'sms' }))
  editor.undo()
  expect(
    listHistory(editor.store.getState()).map(({ text, isDone, done }) => [done, isDone, text]),
  ).toEqual([
    [3, false, 'Send OTP Via: WhatsApp → SMS'],
    [2, true, 'Moved Code to Initial Page'],
    [1, true, 'Title: OTP → Code'],
  ])
})

test('typing is named by its first and its last letter', () => {
  const editor = open()
  for (const title of ['C', 'Co', 'Code']) editor.dispatch(set({ title }), 'otp/title')
  expect(listHistory(editor.store.getState()).map(({ text }) => text)).toEqual([
    'Title: OTP → Code',
  ])
})

test('two hundred steps and more are there', () => {
  const editor = open()
  for (let digits = 0; digits < 300; digits += 1) editor.dispatch(set({ digits: 4 + (digits % 5) }))
  expect(listHistory(editor.store.getState())).toHaveLength(300)
})
