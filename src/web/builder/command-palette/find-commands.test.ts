import { expect, test } from 'vitest'
import { aBuilder } from '#testing/a-builder.ts'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { flowOf } from '../builder.ts'
import { findCommands } from './find-commands.ts'

const open = async (search: string, ...selected: string[]) => {
  const driver = await aBuilder(anOtpFlow())
  driver.select(...selected)
  const groups = findCommands(driver.builder, search)
  const labels = (name: string) =>
    groups.find(({ label }) => label === name)?.commands.map(({ label }) => label) ?? []
  const run = (name: string, wanted: string) =>
    groups
      .find(({ label }) => label === name)
      ?.commands.find(({ label }) => label === wanted)
      ?.run()
  return { ...driver, groups, labels, run }
}

test('an empty search lists what can be done now', async () => {
  const { groups } = await open('')
  expect(groups.map(({ label }) => label)).toEqual(['Actions'])
  expect(groups[0]?.commands.every(({ objection }) => objection === undefined)).toBe(true)
})

test('components and pages are found by words of their titles, and selected', async () => {
  const { labels, run, builder } = await open('phone')
  expect(labels('Components')).toEqual(['Phone'])
  run('Components', 'Phone')
  expect(builder.session.getState().selection).toEqual({
    kind: 'components',
    componentIds: ['phone'],
  })
})

test('what is called like the search comes before what only has to do with it', async () => {
  expect((await open('phone')).groups[0]?.label).toBe('Components')
  expect((await open('receiver')).groups[0]?.label).toBe('Pages')
  expect((await open('undo')).groups[0]?.label).toBe('Actions')
})

test('a setting of what is selected is focused', async () => {
  const { run, builder } = await open('send otp via', 'otp')
  run('Settings', 'Send OTP Via')
  expect(builder.session.getState().focus).toMatchObject({ setting: 'channel' })
})

test('a component is added by a synonym', async () => {
  const { labels, run, builder } = await open('mfa')
  expect(labels('Add')).toEqual(['Add OTP'])
  run('Add', 'Add OTP')
  expect(Object.keys(flowOf(builder).componentsById)).toContain('otp2')
})

test('what can not be done is listed last, with the reason', async () => {
  const { groups } = await open('align')
  const [actions] = groups
  expect(actions?.commands[0]).toMatchObject({ objection: 'select 2 or more pages first' })
})

test('problems are gone to', async () => {
  const { builder } = await aBuilder(
    aFlow([], aPage('one', [aComponent('otp', { id: 'otp', title: 'Code' })])),
  )
  const group = findCommands(builder, 'problem recipient').find(({ label }) => label === 'Problems')
  group?.commands[0]?.run()
  expect(builder.session.getState().focus).toMatchObject({ setting: 'recipientField' })
})
