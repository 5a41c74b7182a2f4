import { describe, expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { describeAction } from './describe-action.ts'
import { describeSelectAnswer } from './describe-select-answer.ts'
import { addOptions, findLabelObjection, shiftOption } from './edit-options.ts'

const options = [
  { id: 'option1', label: 'Pickup' },
  { id: 'option3', label: 'Home' },
]

describe('options', () => {
  test('are added a line each, under ids of their own, without those that are there', () => {
    expect(addOptions(options, ' Locker \n\nHome\r\nShop', 100)).toEqual({
      options: [...options, { id: 'option4', label: 'Locker' }, { id: 'option5', label: 'Shop' }],
      leftOut: 1,
    })
  })

  test('are added up to the limit', () => {
    expect(addOptions(options, 'A\nB', 3)).toMatchObject({ options: { length: 3 }, leftOut: 1 })
  })

  test('move one place, and not over the ends', () => {
    expect(shiftOption(options, 0, 1).map(({ id }) => id)).toEqual(['option3', 'option1'])
    expect(shiftOption(options, 0, -1)).toEqual(options)
  })

  test.each([
    ['', 'An option needs a name.'],
    ['Home ', 'There is an option with this name.'],
    ['Pickup', undefined],
  ])('cannot be called "%s" when %s', (label, objection) => {
    expect(findLabelObjection(options, 'option1', label)).toBe(objection)
  })
})

describe('an action reads as a sentence', () => {
  const targets: Record<string, { title: string; choices: null }> = {
    phone: { title: 'Phone', choices: null },
    name: { title: 'Name', choices: null },
  }
  const select = { title: 'Delivery', options }
  const find = (id: string) => targets[id]

  test.each([
    [{ do: 'show', targets: ['phone'], value: null }, 'When Delivery is Pickup → show Phone'],
    [
      { do: 'hide', targets: ['phone', 'name'], value: null, options: ['option1', 'option3'] },
      'When Delivery is Pickup or Home → hide Phone and Name',
    ],
    [
      { do: 'fill', targets: ['name'], value: 'Ayu' },
      'When Delivery is Pickup → fill in Name with Ayu',
    ],
    [
      { do: 'show', targets: ['gone'], value: null, options: ['lost'] },
      'When Delivery is a deleted option → show gone (deleted)',
    ],
  ])('%o', (action, sentence) => {
    const whole = { options: ['option1'], ...action } as Parameters<typeof describeAction>[1]
    expect(describeAction(select, whole, find)).toBe(sentence)
  })
})

test('an answer reads by the labels of its options, in their order', () => {
  const select = aComponent('select', { id: 'delivery', options })
  expect(describeSelectAnswer(select, ['option3', 'option1'])).toBe('Pickup, Home')
})
