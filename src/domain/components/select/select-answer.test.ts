import { describe, expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { checkSelectAnswer } from './select-answer.ts'
import { selectComponent } from './select-component.ts'
import { selectSchema } from './select-schema.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))
const select = (more = {}) => aComponent('select', { id: 'size', title: 'Size', options, ...more })

describe('an answer', () => {
  const several = select({ style: 'checkbox', minimumSelected: 2, maximumSelected: 2 })
  test.each([
    ['one option', select(), ['b'], { ok: true, value: ['b'] }],
    ['nothing where it is required', select(), [], { error: { code: 'required' } }],
    ['nothing where it is optional', select({ required: false }), null, { ok: true, value: null }],
    ['an option that does not exist', select(), ['x'], { error: { code: 'invalid' } }],
    ['a label instead of an id', select(), ['A'], { error: { code: 'invalid' } }],
    ['a text instead of a list', select(), 'a', { error: { code: 'invalid' } }],
    ['an option twice', several, ['a', 'a'], { error: { code: 'invalid' } }],
    [
      'two of a dropdown',
      select({ maximumSelected: null }),
      ['a', 'b'],
      { error: { code: 'invalid' } },
    ],
    ['too few', several, ['a'], { error: { message: 'Choose at least 2 options.' } }],
    ['too many', several, ['a', 'b', 'c'], { error: { message: 'Choose at most 2 options.' } }],
    ['as many as asked, put in order', several, ['c', 'a'], { ok: true, value: ['a', 'c'] }],
  ])('of %s', (_, component, value, expected) => {
    expect(checkSelectAnswer(component, value)).toMatchObject(expected)
  })
})

test('an action follows its target when that gets another id', () => {
  const component = select({
    actions: [{ options: ['a'], do: 'show', targets: ['phone', 'mail'], value: null }],
  })
  const renamed = selectComponent.renameReference(component, 'phone', 'mobile')
  expect(renamed.actions[0]?.targets).toEqual(['mobile', 'mail'])
  expect(selectComponent.renameReference(component, 'other', 'mobile')).toBe(component)
})

test.each([
  ['no options', { options: [] }],
  ['two options with one id', { options: [options[0], options[0]] }],
  [
    'two options alike',
    {
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'A' },
      ],
    },
  ],
  [
    'more than 100 options',
    { options: Array.from({ length: 101 }, (_, n) => ({ id: `o${n}`, label: `${n}` })) },
  ],
])('%s are refused', (_, more) => {
  const input = { type: 'select', id: 'size', title: 'Size', ...more }
  expect(selectSchema.safeParse(input).success).toBe(false)
})
