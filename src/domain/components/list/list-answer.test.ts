import { describe, expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { checkListAnswer, findNameObjection } from './list-answer.ts'
import type { ListComponent } from './list-schema.ts'

const aList = (more: Partial<ListComponent> = {}) =>
  aComponent('list', { id: 'list', entries: ['Roof', 'Walls'], ...more })
const entries = (...pairs: [string, unknown][]) => ({
  entries: pairs.map(([name, value]) => ({ name, value })),
})

test.each<[ListComponent['listType'], unknown, unknown]>([
  ['text', ' leaks ', 'leaks'],
  ['checkbox', true, true],
  ['quantity', 3, 3],
])(
  'a %s list stands in the order of its entries, blank where nothing was said',
  (listType, value, stored) => {
    const blank = { text: '', checkbox: false, quantity: 0 }[listType]
    expect(checkListAnswer(aList({ listType }), entries(['Walls', value]))).toEqual({
      ok: true,
      value: entries(['Roof', blank], ['Walls', stored]),
    })
  },
)

test('entries of the worker come last, where adding is allowed', () => {
  const list = aList({ addNew: true })
  expect(checkListAnswer(list, entries(['Door', true], ['Roof', false]))).toEqual({
    ok: true,
    value: entries(['Roof', false], ['Walls', false], ['Door', true]),
  })
})

describe('a list is refused', () => {
  test.each<[string, unknown, string, Partial<ListComponent>?]>([
    ['when nothing is said though it is required', entries(['Roof', false]), 'required'],
    ['without an answer though it is required', null, 'required'],
    ['with an entry that is not on it', entries(['Door', true]), 'invalid'],
    ['with an entry twice', entries(['Roof', true], ['Roof', false]), 'invalid'],
    ['with a tick that is none', entries(['Roof', 'yes']), 'invalid'],
    ['with a broken quantity', entries(['Roof', 1.5]), 'invalid', { listType: 'quantity' }],
    ['with a text too long', entries(['Roof', 'x'.repeat(501)]), 'invalid', { listType: 'text' }],
    [
      'with an added entry of another form',
      entries(['door', true]),
      'invalid',
      { addNew: true, pattern: '[A-Z].*' },
    ],
    ['when it is none', ['Roof'], 'invalid'],
  ])('%s', (_, value, code, more) => {
    expect(checkListAnswer(aList(more), value)).toMatchObject({ ok: false, error: { code } })
  })
})

test('where none is required, blank is no answer, but an added entry stays', () => {
  const list = aList({ required: false, addNew: true })
  expect(checkListAnswer(list, entries(['Roof', false]))).toEqual({ ok: true, value: null })
  expect(checkListAnswer(list, entries(['Door', false]))).toMatchObject({
    value: { entries: [{}, {}, { name: 'Door' }] },
  })
})

test.each<[string, Partial<ListComponent>]>([
  ['', {}],
  ['x'.repeat(101), {}],
  ['ab', { minimumLength: 3 }],
  ['abcd', { maximumLength: 3 }],
  ['ab-1', { pattern: '[A-Z]{2}-\\d' }],
])('an entry cannot be added by the name "%s" with %j', (name, more) => {
  expect(findNameObjection(aList(more), name)).toBeTypeOf('string')
})

test('an entry can be added by a name that fits', () => {
  const list = aList({ minimumLength: 2, maximumLength: 4, pattern: '[A-Z]{2}-\\d' })
  expect(findNameObjection(list, ' AB-1 ')).toBeUndefined()
})
