import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { applyOperation } from './apply-operation.ts'
import { toFlowState } from './flow-state.ts'
import { findTexts, replaceTexts } from './replace-texts.ts'

const state = toFlowState(
  aFlow(
    [
      aComponent('input', {
        id: 'phone',
        title: 'Phone of the receiver',
        helpText: 'phone, phones, PHONE',
        dataType: 'phoneNumber',
      }),
      aComponent('view', { id: 'shown', title: 'Shown', value: '$phone' }),
      aComponent('view', { id: 'note', title: 'Note', value: 'Call the phone (1.5)' }),
      aComponent('otp', { id: 'otp', title: 'Code', recipientField: 'phone' }),
    ],
    aPage('second', [], { title: 'Phone check' }),
  ),
)

const query = (search: string, more = {}) => ({
  search,
  matchCase: false,
  wholeWord: false,
  ...more,
})
const places = (search: string, more = {}) =>
  findTexts(state, query(search, more)).map(({ path, ranges }) => [path[0], ranges.length])

test('all texts are searched, settings that mean something to the program are not', () => {
  expect(places('phone')).toEqual([
    ['title', 1],
    ['helpText', 3],
    ['value', 1],
    ['title', 1],
  ])
  expect(places('whatsapp')).toEqual([])
})

test('options, entries and names in lists are texts, what they are counted in is not', () => {
  const adjustments = [
    { name: 'Fixed fee', kind: 'cost', unit: 'fixed', amount: 1, optional: false },
  ] as const
  const lists = toFlowState(
    aFlow([
      aComponent('select', { id: 'choice', options: [{ id: 'fixed', label: 'A fixed one' }] }),
      aComponent('bill', { id: 'bill', adjustments: [...adjustments] }),
      aComponent('list', { id: 'list', entries: ['Other', 'Fixed entry'] }),
    ]),
  )
  const matches = findTexts(lists, query('fixed'))
  expect(matches.map(({ path }) => path.join('.'))).toEqual([
    'options.0.label',
    'adjustments.0.name',
    'entries.1',
  ])
  const { operation, refused } = replaceTexts(lists, matches, 'Free')
  const applied = operation && applyOperation(lists, operation)
  expect(refused).toEqual([])
  expect(applied?.ok && applied.value.componentsById.list).toMatchObject({
    entries: ['Other', 'Free entry'],
  })
})

test('match case and whole word narrow it', () => {
  expect(places('phone', { matchCase: true })).toEqual([
    ['helpText', 2],
    ['value', 1],
  ])
  expect(places('phone', { wholeWord: true, matchCase: true })).toEqual([
    ['helpText', 1],
    ['value', 1],
  ])
})

test('what is searched and put in is taken literally', () => {
  const matches = findTexts(state, query('(1.5)'))
  expect(matches).toHaveLength(1)
  const { operation } = replaceTexts(state, matches, '$&')
  const applied = operation && applyOperation(state, operation)
  expect(applied?.ok && applied.value.componentsById.note).toMatchObject({
    value: 'Call the phone $&',
  })
})

test('replacing all is one step', () => {
  const { operation, refused } = replaceTexts(state, findTexts(state, query('phone')), 'Mobile')
  expect(refused).toEqual([])
  const applied = operation && applyOperation(state, operation)
  if (!applied?.ok) throw new Error('refused')
  expect(applied.value.componentsById.phone).toMatchObject({
    id: 'phone',
    title: 'Mobile of the receiver',
    helpText: 'Mobile, Mobiles, Mobile',
  })
  expect(applied.value.componentsById.shown).toMatchObject({ value: '$phone' })
  expect(applied.value.pagesById.second?.title).toBe('Mobile check')
})

test('a text that would be too long or empty is left as it is, and named', () => {
  const matches = findTexts(state, query('Code'))
  expect(replaceTexts(state, matches, '').operation).toBeUndefined()
  expect(replaceTexts(state, matches, 'x'.repeat(200)).refused).toEqual(matches)
})
