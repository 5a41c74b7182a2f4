import { expect, test } from 'vitest'
import { listWays } from '#domain/flow/ways.ts'
import { aBuilder } from '#testing/a-builder.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { flowOf } from '../builder.ts'
import { connectPages } from './way-commands.ts'

const name = aComponent('input', { id: 'name' })
const open = () => aBuilder(aFlow([name], aPage('first', []), aPage('second', [])))

test('a page is connected to another one by a new way, which is selected', async () => {
  const { builder, messages } = await open()
  connectPages(builder, 'initial', 'second')
  const [way] = listWays(flowOf(builder), 'initial')
  expect(way).toMatchObject({ to: 'second', when: { match: 'all' } })
  expect(builder.session.getState().selection).toEqual({
    kind: 'transition',
    pageId: 'initial',
    transitionId: way?.transition?.id,
  })
  expect(messages.at(-1)?.message).toBe('Added a way to second')
})

test('connected once more, it keeps its one way, which is selected again', async () => {
  const { builder, messages, run } = await open()
  connectPages(builder, 'initial', 'second')
  const { selection } = builder.session.getState()
  const before = flowOf(builder)
  run('select-nothing')
  connectPages(builder, 'initial', 'second')
  expect(flowOf(builder)).toBe(before)
  expect(builder.session.getState().selection).toEqual(selection)
  expect(messages.at(-1)?.message).toBe('Initial Page leads to second already')
})

test('nor does a page get a second way to the one that follows it anyway', async () => {
  const { builder } = await open()
  const before = flowOf(builder)
  connectPages(builder, 'first', 'second')
  expect(flowOf(builder)).toBe(before)
})

test('without an answer to decide by it leads elsewhere instead, and says so', async () => {
  const { builder, messages } = await aBuilder(
    aFlow([], aPage('first', []), aPage('second', []), aPage('third', [])),
  )
  connectPages(builder, 'first', 'third')
  expect(listWays(flowOf(builder), 'first').map(({ to }) => to)).toEqual(['third'])
  expect(messages.at(-1)?.message).toBe(
    'first now leads to third: there is no answer yet to decide by',
  )
})
