import { expect, test } from 'vitest'
import { toFlowDocument } from '#domain/flow/flow-state.ts'
import { aBuilder } from '#testing/a-builder.ts'
import { aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { flowOf } from '../builder.ts'
import { selectedComponentIds, selectedPageIds } from '../state/selection.ts'
import { copySelected, cutSelected, pasteText } from './clipboard-commands.ts'

const empty = () => aBuilder(aFlow([], aPage('page', [])))

test('components go to another flow, and what they refer to outside is named when it is not there', async () => {
  const here = await aBuilder(anOtpFlow())
  const there = await empty()
  here.select('otp')
  pasteText(there.builder, copySelected(here.builder) ?? '')
  expect(there.titles('page')).toEqual(['OTP'])
  expect(there.messages).toMatchObject([
    { message: 'Pasted 1 component', more: { description: '1 reference was not found: Phone' } },
  ])
  expect(selectedComponentIds(there.builder.session.getState().selection)).toEqual(['otp'])
})

test('pasting is one step', async () => {
  const driver = await aBuilder(anOtpFlow())
  const before = JSON.stringify(toFlowDocument(flowOf(driver.builder)))
  driver.select('phone', 'otp')
  pasteText(driver.builder, copySelected(driver.builder) ?? '')
  driver.run('undo')
  expect(JSON.stringify(toFlowDocument(flowOf(driver.builder)))).toBe(before)
})

test('what is cut and pasted in its own flow keeps its id and what refers to it', async () => {
  const driver = await aBuilder(anOtpFlow())
  driver.select('phone')
  const text = cutSelected(driver.builder) ?? ''
  expect(driver.titles('initial')).toEqual([])
  driver.selectPages('initial')
  pasteText(driver.builder, text)
  expect(driver.titles('initial')).toEqual(['Phone'])
  const { componentsById } = flowOf(driver.builder)
  expect(componentsById.otp).toMatchObject({ recipientField: 'phone' })
  expect(componentsById.phone).toBeDefined()
})

test('pages are duplicated with their components, after the last of them', async () => {
  const driver = await aBuilder(anOtpFlow())
  driver.selectPages('initial', 'receiver')
  driver.run('duplicate')
  expect(driver.pages()).toHaveLength(4)
  const copies = selectedPageIds(driver.builder.session.getState().selection)
  expect(driver.pages().slice(2)).toEqual(copies)
  expect(flowOf(driver.builder).componentsById.otp2).toMatchObject({ recipientField: 'phone2' })
  const { pagesById } = flowOf(driver.builder)
  expect(copies.map((id) => pagesById[id]?.title)).toEqual(['Initial Page 2', 'receiver 2'])
})

test('foreign text changes nothing and says so', async () => {
  const driver = await empty()
  pasteText(driver.builder, 'hello')
  expect(driver.builder.editor.store.getState().past).toEqual([])
  expect(driver.messages.at(-1)?.message).toMatch(/nothing on the clipboard/)
})
