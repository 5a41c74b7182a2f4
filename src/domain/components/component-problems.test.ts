import { describe, expect, test } from 'vitest'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import { renameComponent } from '#domain/flow/compose-operations.ts'
import { canPublish, findProblems } from '#domain/flow/find-problems.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import type { OrganisationContext } from './component-problem.ts'
import type { Component } from './component-registry.ts'

const organisation: OrganisationContext = {
  readyChannels: [],
  allowedChannels: [],
  componentLimit: null,
}
const note = aComponent('view', { id: 'note', value: 'Hello' })
const place = aComponent('input', { id: 'place', dataType: 'coordinate' })
const text = aComponent('input', { id: 'text' })
const here = (more: object) =>
  aComponent('input', { id: 'here', dataType: 'coordinate', geolock: 'field', ...more })

const findCodes = (initial: Component[], ...page: Component[]) =>
  findProblems(toFlowState(aFlow(initial, aPage('one', page))), organisation)
const codesOf = (initial: Component[], ...page: Component[]) =>
  findCodes(initial, ...page).map(({ code }) => code)

const photo = (more: object) => aComponent('photo', { id: 'photo', ...more })
const bill = (more: object = {}) =>
  aComponent('bill', { id: 'bill', items: [{ name: 'Box', price: 100 }], ...more })
const list = (more: object = {}) => aComponent('list', { id: 'list', entries: ['Roof'], ...more })
const discount = (name: string, amount: number) => ({
  name,
  kind: 'discount' as const,
  unit: 'percent' as const,
  amount,
  optional: false,
})

describe('a problem is found:', () => {
  test.each<[string, Component[], string]>([
    ['no number of photos fits', [photo({ minimum: 3, maximum: 2 })], 'photo-range-empty'],
    [
      'a minimum of photos that are not required',
      [photo({ minimum: 2, required: false })],
      'photo-minimum-unused',
    ],
    ['photo categories with one name', [photo({ categories: ['A', 'A'] })], 'photo-category-twin'],
    ['a Bill beside another component', [bill(), note], 'bill-not-alone'],
    ['a Bill on which nothing can be put', [bill({ items: [] })], 'bill-empty'],
    [
      'items of a Bill with one name',
      [bill({ items: [1, 2].map((price) => ({ name: 'Box', price })) })],
      'bill-item-twin',
    ],
    [
      'discounts of a Bill with one name',
      [bill({ adjustments: [discount('A', 1), discount('A', 2)] })],
      'bill-adjustment-twin',
    ],
    [
      'a discount of more than all',
      [bill({ adjustments: [discount('A', 10_001)] })],
      'bill-discount-excessive',
    ],
    ['a List beside another component', [note, list()], 'list-not-alone'],
    ['a List without entries', [list({ entries: [] })], 'list-empty'],
    ['entries of a List with one name', [list({ entries: ['A', 'A'] })], 'list-entry-twin'],
    [
      'no name of an entry fits',
      [list({ minimumLength: 5, maximumLength: 2 })],
      'list-range-empty',
    ],
    ['a geolock without a field', [here({})], 'geolock-field-missing'],
    ['a geolock around a deleted field', [here({ geolockField: 'lost' })], 'geolock-field-deleted'],
    [
      'a geolock around a field of an unfit type',
      [text, here({ geolockField: 'text' })],
      'geolock-field-unfit',
    ],
    [
      'a geolock around a field below',
      [here({ geolockField: 'place' }), place],
      'geolock-field-later',
    ],
    ['a geolock around itself', [here({ geolockField: 'here' })], 'geolock-field-later'],
    [
      'a geolock around an optional field',
      [{ ...place, required: false }, here({ geolockField: 'place' })],
      'geolock-field-optional',
    ],
    ['a geolock without a point', [here({ geolock: 'point' })], 'geolock-point-missing'],
  ])('%s', (_, components, code) => {
    expect(codesOf([], ...components)).toEqual([code])
  })

  test('a Timer on the Initial Page, which blocks Publish', () => {
    const problems = findCodes([aComponent('timer', { id: 'timer' })], note)
    expect(problems.map(({ code }) => code)).toEqual(['timer-on-initial-page'])
    expect(canPublish(problems)).toBe(false)
  })
})

test.each<[string, Component[], Component[]]>([
  ['Photo', [], [photo({ minimum: 2, maximum: 2, categories: ['A', 'B'] })]],
  [
    'Signature, Voice and Timer',
    [],
    [
      aComponent('signature', { id: 'signature' }),
      aComponent('voice', { id: 'voice' }),
      aComponent('timer', { id: 'timer' }),
    ],
  ],
  ['Bill alone', [], [bill()]],
  ['Bill to which the worker adds', [], [bill({ items: [], addNew: true })]],
  ['List alone', [], [list()]],
  ['geolock around an earlier field', [place], [here({ geolockField: 'place' })]],
  [
    'geolock around a point',
    [],
    [here({ geolock: 'point', geolockLatitude: 0, geolockLongitude: 0 })],
  ],
])('%s has no problem', (_, initial, components) => {
  expect(codesOf(initial, ...components)).toEqual([])
})

test('the field of a geolock is followed when its id changes', () => {
  const state = toFlowState(aFlow([place], aPage('one', [here({ geolockField: 'place' })])))
  const renamed = applyOperation(state, renameComponent(state, 'place', 'home'))
  if (!renamed.ok) throw new Error(renamed.error.message)
  expect(renamed.value.componentsById.here).toMatchObject({ geolockField: 'home' })
})
