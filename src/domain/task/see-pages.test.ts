import { describe, expect, test } from 'vitest'
import { getComponentType } from '#domain/components/component-registry.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { fillAnswers } from './fill-answers.ts'
import { seePages } from './see-pages.ts'
import { advance, type CheckAnswer, listWay, startWalk, walkToFinish } from './walk.ts'

const check: CheckAnswer = (component, value) =>
  getComponentType(component.type).checkAnswer(component, value, {
    parsePhone: (text) => ({ e164: text }),
    findAnswer: () => null,
  })

type Select = Parameters<typeof aComponent<'select'>>[1]
const select = (id: string, actions: object[] = [], more: object = {}) =>
  aComponent('select', {
    id,
    actions: actions.map((action) => ({
      options: ['option1'],
      do: 'show',
      targets: ['phone'],
      value: null,
      ...action,
    })),
    ...more,
  } as Select)
const field = (id: string, more = {}) => aComponent('input', { id, ...more })
const hidden = { visible: false }

/** The ids that are shown, with answers by id. */
const shownWith = (components: Parameters<typeof aFlow>[0], answers: object) =>
  [...seePages(aFlow(components).pages, answers as never).visible].join(' ')

describe('a component', () => {
  const show = select('a', [{}])
  const hide = select('b', [{ do: 'hide' }])

  test('is shown as its Visible switch says, until a choice overrules it', () => {
    expect(shownWith([show, field('phone', hidden)], {})).toBe('a')
    expect(shownWith([show, field('phone', hidden)], { a: ['option2'] })).toBe('a')
    expect(shownWith([show, field('phone', hidden)], { a: ['option1'] })).toBe('a phone')
    expect(shownWith([hide, field('phone')], { b: ['option1'] })).toBe('b')
  })

  test('is shown as the last action says where two disagree', () => {
    const both = { a: ['option1'], b: ['option1'] }
    expect(shownWith([show, hide, field('phone')], both)).toBe('a b')
    expect(shownWith([hide, show, field('phone')], both)).toBe('b a phone')
  })

  test('is not changed by a Select that comes after it, or is itself hidden', () => {
    expect(shownWith([field('phone'), hide], { b: ['option1'] })).toBe('phone b')
    const hiddenHide = select('b', [{ do: 'hide' }], hidden)
    expect(shownWith([hiddenHide, field('phone')], { b: ['option1'] })).toBe('phone')
  })

  test('is not changed by a Select on a page that was not walked', () => {
    const flow = aFlow([], aPage('one', [hide]), aPage('two', [field('phone')]))
    const answers = { b: ['option1'] }
    expect(seePages(listWay(flow, ['two']), answers).visible.has('phone')).toBe(true)
    expect(seePages(listWay(flow, ['one', 'two']), answers).visible.has('phone')).toBe(false)
  })
})

describe('what is hidden', () => {
  const flow = aFlow(
    [],
    aPage('one', [select('a', [{ do: 'hide' }]), field('phone')], {
      next: [
        {
          id: 't1',
          to: 'two',
          when: {
            match: 'all',
            comparisons: [{ field: 'phone', operator: 'isNotEmpty', value: null }],
          },
        },
        { id: 't2', to: 'finish', when: null },
      ],
    }),
    aPage('two', [field('more')]),
  )

  test('is not required, its answer is not kept, and does not lead anywhere', () => {
    const answers = { a: ['option1'], phone: '+62' }
    expect(walkToFinish(flow, answers, check)).toEqual({
      ok: true,
      value: { path: ['one'], answers: { a: ['option1'] } },
    })
  })

  test('is asked again once it is shown', () => {
    expect(walkToFinish(flow, { a: ['option2'] }, check)).toMatchObject({
      error: { pageId: 'one', errors: { phone: { code: 'required' } } },
    })
  })
})

test('a page that comes again is the same page again: what came after it is off the way', () => {
  const again = [{ id: 't', to: 'one', when: null }]
  const loop = aFlow([], aPage('one', [field('a')]), aPage('two', [field('b')], { next: again }))
  const answers = { a: '1', b: '2' }
  let walk = startWalk(loop, answers)
  for (const path of [['one', 'two'], ['one']]) {
    const step = advance(loop, walk, 'next', answers, check)
    if (!step.ok) throw new Error('refused')
    walk = step.value
    expect(walk.path).toEqual(path)
  }
})

describe('an option that is chosen fills in', () => {
  const fill = (id: string, target: string, value: unknown) =>
    select(id, [{ do: 'fill', targets: [target], value }])
  const flow = aFlow(
    [fill('a', 'b', ['option1'])],
    aPage('one', [fill('b', 'name', 'Ayu'), field('name'), aComponent('otp', { id: 'otp' })]),
  )

  test('its target, and what the target fills in', () => {
    expect(fillAnswers(flow, {}, 'a', ['option1'])).toEqual({
      a: ['option1'],
      b: ['option1'],
      name: 'Ayu',
    })
  })

  test('nothing when it was chosen before, so that what was changed since stays', () => {
    expect(fillAnswers(flow, { a: ['option1'] }, 'a', ['option1', 'option2'])).toEqual({
      a: ['option1', 'option2'],
    })
  })

  test('never a verification', () => {
    const forged = aFlow([fill('a', 'otp', 'x')], aPage('one', [aComponent('otp', { id: 'otp' })]))
    expect(fillAnswers(forged, {}, 'a', ['option1'])).toEqual({ a: ['option1'] })
  })
})
