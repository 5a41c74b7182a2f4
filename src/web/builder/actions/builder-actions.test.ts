import { expect, test } from 'vitest'
import { getComponentType } from '#domain/components/component-registry.ts'
import { aBuilder } from '#testing/a-builder.ts'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { flowOf } from '../builder.ts'
import { createRecentPresets } from '../palette/recent-presets.ts'
import { findQuickAddGroups } from '../quick-add/quick-add-items.ts'
import { selectedComponentIds, selectedPageIds } from '../state/selection.ts'
import { builderActions } from './builder-actions.ts'
import { addPreset, attempt, moveComponentTo } from './edit-commands.ts'
import { goToStep, undoStep } from './history-commands.ts'
import { clickComponent } from './select-commands.ts'

const views = (...ids: string[]) => ids.map((id) => aComponent('view', { id }))
const open = () =>
  aBuilder(aFlow(views('a', 'b', 'c'), aPage('one', views('d', 'e')), aPage('two', [])))
const selected = ({ builder }: Awaited<ReturnType<typeof open>>) => {
  const { selection } = builder.session.getState()
  return [...selectedComponentIds(selection), ...selectedPageIds(selection)]
}
const click = (keys: object = {}) => ({ shiftKey: false, ctrlKey: false, metaKey: false, ...keys })

test('names are unique, and no action takes Tab', () => {
  const names = builderActions.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(builderActions.flatMap(({ shortcuts }) => shortcuts).join()).not.toMatch(/Tab/)
})

test('Ctrl adds to the selection and takes out of it, Shift selects up to there', async () => {
  const driver = await open()
  const { builder } = driver
  clickComponent(builder, 'b', click())
  clickComponent(builder, 'd', click({ ctrlKey: true }))
  expect(selected(driver)).toEqual(['b', 'd'])
  clickComponent(builder, 'b', click({ metaKey: true }))
  expect(selected(driver)).toEqual(['d'])
  clickComponent(builder, 'b', click({ shiftKey: true }))
  expect(selected(driver)).toEqual(['d', 'c', 'b'])
})

test('select all takes the components of the page, and all pages where there are none', async () => {
  const driver = await open()
  driver.select('d')
  driver.run('select-all')
  expect(selected(driver)).toEqual(['d', 'e'])
  driver.selectPages('two')
  driver.run('select-all')
  expect(selected(driver)).toEqual(['initial', 'one', 'two'])
  driver.run('select-nothing')
  expect(selected(driver)).toEqual([])
})

test('several components are deleted in one step, and the nearest is selected', async () => {
  const driver = await open()
  driver.select('a', 'b', 'd')
  driver.run('delete')
  expect([driver.titles('initial'), driver.titles('one')]).toEqual([['c'], ['e']])
  expect(selected(driver)).toEqual(['c'])
  expect(driver.messages.at(-1)).toMatchObject({
    message: 'Deleted 3 components',
    more: { undo: true },
  })
  driver.run('undo')
  expect([driver.titles('initial'), driver.titles('one')]).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
  expect(driver.messages.at(-1)?.message).toBe('Undone: Deleted 3 components')
  expect(selected(driver).toSorted()).toEqual(['a', 'b', 'd'])
})

test('pages are deleted in one step, and the nearest that is left is selected', async () => {
  const driver = await open()
  driver.selectPages('one', 'two')
  driver.run('delete')
  expect(driver.pages()).toEqual(['initial'])
  expect(selected(driver)).toEqual(['initial'])
  driver.run('undo')
  expect(selected(driver).toSorted()).toEqual(['one', 'two'])
  driver.selectPages('one')
  driver.run('delete')
  expect(selected(driver)).toEqual(['two'])
})

test('what goes away is no longer selected, and what comes back is', async () => {
  const driver = await open()
  driver.select('a', 'b')
  driver.run('duplicate')
  const [one, other] = selected(driver)
  expect(selected(driver)).toHaveLength(2)
  driver.run('undo')
  expect(selected(driver)).toEqual([])
  driver.run('redo')
  expect(selected(driver).toSorted()).toEqual([one, other].toSorted())
  attempt(driver.builder, { type: 'component.remove', componentId: one ?? '' })
  expect(selected(driver)).toEqual([other])
})

test('what can not be done says why', async () => {
  const driver = await open()
  driver.selectPages('initial')
  driver.run('delete')
  expect(driver.messages.at(-1)?.message).toBe('Delete: a flow needs its Initial Page')
  expect(driver.pages()).toHaveLength(3)
})

test('moving several keeps them together, over the edge of a page too', async () => {
  const driver = await open()
  driver.select('b', 'c')
  driver.run('move-up')
  expect(driver.titles('initial')).toEqual(['b', 'c', 'a'])
  driver.run('move-down')
  expect(driver.titles('initial')).toEqual(['a', 'b', 'c'])
  driver.run('move-down')
  expect(driver.titles('one')).toEqual(['b', 'c', 'd', 'e'])
  driver.run('to-next-page')
  expect(driver.titles('two')).toEqual(['b', 'c'])
  expect(selected(driver)).toEqual(['b', 'c'])
})

test('dragging one of several selected components moves them all', async () => {
  const driver = await open()
  driver.select('a', 'c')
  // Counted without the one that is dragged: d stands before it, e after.
  moveComponentTo(driver.builder, 'c', { pageId: 'one', index: 1 })
  expect(driver.titles('one')).toEqual(['d', 'a', 'c', 'e'])
})

test('a page is added after the one that is worked on', async () => {
  const driver = await open()
  driver.select('a')
  driver.run('add-page-after')
  expect(driver.pages()).toEqual(['initial', 'page-id2', 'one', 'two'])
  expect(selected(driver)).toEqual(['page-id2'])
  driver.run('move-down')
  expect(driver.pages()).toEqual(['initial', 'one', 'page-id2', 'two'])
})

test('aligning pages is one step', async () => {
  const driver = await aBuilder(
    aFlow(
      [],
      aPage('one', [], { position: { x: 10, y: 5 } }),
      aPage('two', [], { position: { x: 400, y: 80 } }),
    ),
  )
  driver.selectPages('one', 'two')
  driver.run('align-top')
  expect(flowOf(driver.builder).pagesById.two?.position).toEqual({ x: 400, y: 5 })
  driver.run('undo')
  expect(flowOf(driver.builder).pagesById.two?.position).toEqual({ x: 400, y: 80 })
  driver.run('zoom-selection')
  expect(driver.canvas).toContain('zoomToPages one two')
})

test('problems are gone through one after another, and round', async () => {
  const { builder, run } = await aBuilder(
    aFlow(
      [aComponent('input', { id: 'name' })],
      aPage('one', [
        aComponent('otp', { id: 'first', title: 'First' }),
        aComponent('otp', { id: 'second', title: 'Second' }),
      ]),
    ),
  )
  const visited = []
  const { problems } = builder.problemsOf(flowOf(builder))
  for (const _ of problems) {
    run('next-problem')
    visited.push(builder.session.getState().located)
  }
  expect(visited).toEqual(problems)
  run('next-problem')
  expect(builder.session.getState().located).toEqual(problems[0])
  run('previous-problem')
  expect(builder.session.getState().located).toEqual(problems.at(-1))
})

test('the list of steps goes to any of them; a message takes back only the last one', async () => {
  const driver = await open()
  const { builder } = driver
  driver.select('a')
  driver.run('delete', 'delete', 'delete')
  const [, second] = builder.editor.store.getState().past
  goToStep(builder, 1)
  expect(driver.titles('initial')).toEqual(['b', 'c'])
  goToStep(builder, 3)
  expect(driver.titles('initial')).toEqual([])
  undoStep(builder, second?.operation)
  expect(driver.titles('initial')).toEqual([])
  expect(driver.messages.at(-1)?.message).toMatch(/Other steps came after it/)
})

test('what moves or is added is announced in words', async () => {
  const { builder, select, run } = await open()
  select('a')
  run('to-next-page')
  expect(builder.session.getState().announcement).toBe('Moved a to one')
})

const quickAdd = async (pageId: string, index: number, search = '') => {
  const driver = await aBuilder(
    aFlow(
      [
        aComponent('input', { id: 'phone', title: 'Phone', dataType: 'phoneNumber' }),
        aComponent('input', { id: 'mail', title: 'Mail', dataType: 'email' }),
      ],
      aPage('one', []),
    ),
  )
  const groups = findQuickAddGroups(driver.builder, { pageId, index }, search)
  return { ...driver, groups }
}

test('after a field that can receive a code, an OTP that goes there is suggested', async () => {
  const { groups, builder } = await quickAdd('one', 0)
  const [suggested] = groups
  expect(suggested?.items.map(({ preset }) => preset.label)).toEqual([
    'OTP to Mail',
    'OTP to Phone',
  ])
  const [item] = suggested?.items ?? []
  if (item) addPreset(builder, item.typeName, item.preset, item.place)
  expect(flowOf(builder).componentsById.otp).toMatchObject({
    recipientField: 'mail',
    channel: 'email',
  })
  const [again] = findQuickAddGroups(builder, { pageId: 'one', index: 1 }, '')
  expect(again?.items.map(({ preset }) => preset.label)).toEqual(['OTP to Phone'])
})

test('on the Initial Page the suggested OTP goes to the page after it', async () => {
  const { groups } = await quickAdd('initial', 2)
  expect(groups[0]?.items[0]?.place).toEqual({ pageId: 'one', index: 0 })
})

test.each(['mfa', 'code', '2FA'])('"%s" finds the OTP', async (search) => {
  const { groups } = await quickAdd('one', 0, search)
  expect(groups.flatMap(({ items }) => items).map(({ typeName }) => typeName)).toContain('otp')
})

test('what was added last comes first, once', async () => {
  const { builder } = await aBuilder(anOtpFlow())
  const { presets } = getComponentType('view')
  addPreset(builder, 'view', presets[0])
  const groups = findQuickAddGroups(builder, { pageId: 'receiver', index: 0 }, '')
  expect(groups[0]).toMatchObject({ label: 'Recent', items: [{ typeName: 'view' }] })
  const names = groups.flatMap(({ items }) => items.map(({ preset }) => preset.name))
  expect(new Set(names).size).toBe(names.length)
})

test('what was added last is remembered for each person, and nonsense is not', () => {
  const texts = new Map([['sandi:recent-components:b', '{"not":"a list"}']])
  const storage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  }
  const recent = createRecentPresets(storage, 'a')
  for (const name of ['otp', 'text', 'otp']) recent.push(name)
  expect(createRecentPresets(storage, 'a').list()).toEqual(['otp', 'text'])
  expect(createRecentPresets(storage, 'b').list()).toEqual([])
})

test('an OTP that is put on the Initial Page goes to the page after it, and that is said', async () => {
  const driver = await open()
  const [preset] = getComponentType('otp').presets
  addPreset(driver.builder, 'otp', preset, { pageId: 'initial', index: 1 })
  expect(driver.titles('one')).toEqual([preset.label, 'd', 'e'])
  expect(driver.messages.at(-1)?.message).toBe(
    `Added ${preset.label} to one: it can't stand on the Initial Page`,
  )
  addPreset(driver.builder, 'otp', preset, { pageId: 'two', index: 0 })
  expect(driver.messages).toHaveLength(1)
})
