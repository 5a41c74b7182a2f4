import { describe, expect, test } from 'vitest'
import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { findProblems } from './find-problems.ts'
import type { FlowDocument } from './flow-schema.ts'
import { toFlowState } from './flow-state.ts'

const organisation: OrganisationContext = {
  readyChannels: ['email', 'sms', 'whatsapp'],
  allowedChannels: ['email', 'sms', 'whatsapp'],
  componentLimit: null,
}

const problemsOf = (document: FlowDocument) => findProblems(toFlowState(document), organisation)

const phone = (more = {}) =>
  aComponent('input', { id: 'phone', title: 'Phone', dataType: 'phoneNumber', ...more })
const otp = (more = {}) => aComponent('otp', { id: 'otp', recipientField: 'phone', ...more })
const note = aComponent('view', { id: 'note', value: 'Hello' })
const options = [
  { id: 'pickup', label: 'Pickup' },
  { id: 'home', label: 'Home' },
]
const delivery = (actions: object[] = [], more = {}) =>
  aComponent('select', {
    id: 'delivery',
    title: 'Delivery',
    options,
    actions: actions.map((action) => ({
      options: ['pickup'],
      do: 'show' as const,
      targets: ['phone'],
      value: null,
      ...action,
    })),
    ...more,
  })
const when = (field: string, value: string, operator: 'is' | 'isNot' | 'isEmpty' = 'is') => ({
  match: 'all' as const,
  comparisons: [{ field, operator, value }],
})
const go = (id: string, to: string, condition: ReturnType<typeof when> | null = null) => ({
  id,
  to,
  when: condition,
})

describe('an OTP that is reached only by those who were asked for the number', () => {
  test('because both hang on the same choice, is fine', () => {
    const flow = aFlow(
      [delivery()],
      aPage('ask', [note], {
        next: [go('t1', 'contact', when('delivery', 'pickup')), go('t2', 'work')],
      }),
      aPage('contact', [phone()]),
      aPage('work', [{ ...note, id: 'note2' }], {
        next: [go('t1', 'verify', when('delivery', 'pickup')), go('t2', 'finish')],
      }),
      aPage('verify', [otp()]),
    )
    expect(problemsOf(flow)).toEqual([])
  })

  test('because one choice shows both, is fine', () => {
    const flow = aFlow(
      [delivery([{ targets: ['phone', 'otp'] }]), phone({ visible: false })],
      aPage('verify', [otp({ visible: false })]),
    )
    expect(problemsOf(flow).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('is not fine once the choice can be changed in between', () => {
    const again = { ...delivery(), id: 'again' }
    const flow = aFlow(
      [delivery()],
      aPage('ask', [note], {
        next: [go('t1', 'contact', when('delivery', 'pickup')), go('t2', 'work')],
      }),
      aPage('contact', [phone()]),
      aPage('work', [again], {
        next: [go('t1', 'verify', when('again', 'pickup')), go('t2', 'finish')],
      }),
      aPage('verify', [otp()]),
    )
    expect(problemsOf(flow)).toMatchObject([
      {
        code: 'otp-recipient-skippable',
        path: ['initial', 'ask', 'work', 'verify'],
        message: expect.stringContaining('Initial Page → ask → work → verify'),
      },
    ])
  })
})

describe('an action that hides the Recipient Field', () => {
  test('on some path: the problem names the path', () => {
    const flow = aFlow(
      [delivery([{ options: ['home'], do: 'hide' }])],
      aPage('contact', [phone()]),
      aPage('verify', [otp()]),
    )
    expect(problemsOf(flow)).toMatchObject([
      {
        code: 'otp-recipient-hidden-by-action',
        severity: 'error',
        path: ['initial', 'contact', 'verify'],
        message: expect.stringContaining('Initial Page → contact → verify'),
      },
    ])
  })

  test('and one after it that shows it again: the last one wins', () => {
    const flow = aFlow(
      [delivery([{ do: 'hide' }, { options: ['pickup', 'home'], do: 'show' }])],
      aPage('verify', [phone(), otp()]),
    )
    expect(problemsOf(flow)).toEqual([])
  })

  test('of a Select that is itself hidden does not count', () => {
    const flow = aFlow(
      [delivery([{ do: 'hide' }], { visible: false })],
      aPage('verify', [phone(), otp()]),
    )
    expect(problemsOf(flow)).toEqual([])
  })

  test('shown only by a choice that may be left open is a problem', () => {
    const show = [{ options: ['pickup', 'home'] }]
    const flow = (required: boolean) =>
      aFlow([delivery(show, { required }), phone({ visible: false })], aPage('verify', [otp()]))
    const codes = (required: boolean) =>
      problemsOf(flow(required))
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code)
    expect(codes(true)).toEqual([])
    expect(codes(false)).toEqual(['otp-recipient-hidden-by-action'])
  })
})

test('a loop that leads back over the choice is not a way round the number', () => {
  const flow = aFlow(
    [],
    aPage('choose', [delivery()], {
      next: [go('t1', 'contact', when('delivery', 'pickup')), go('t2', 'other')],
    }),
    aPage('contact', [phone()], { next: [go('t1', 'verify')] }),
    aPage('other', [note], { next: [go('t1', 'choose')] }),
    aPage('verify', [otp()]),
  )
  expect(problemsOf(flow).map(({ code }) => code)).toEqual([])
})

test('a comparison with a text goes both ways, but the same way twice', () => {
  const size = aComponent('input', { id: 'size' })
  const flow = (second: string) =>
    aFlow(
      [size],
      aPage('ask', [note], { next: [go('t1', 'contact', when('size', 'L')), go('t2', 'work')] }),
      aPage('contact', [phone()]),
      aPage('work', [{ ...note, id: 'note2' }], {
        next: [go('t1', 'verify', when('size', second)), go('t2', 'finish')],
      }),
      aPage('verify', [otp()]),
    )
  expect(problemsOf(flow('L'))).toEqual([])
  expect(problemsOf(flow('M')).map(({ code }) => code)).toEqual(['otp-recipient-skippable'])
})

test('too many ways to look at: it is never taken for granted', () => {
  const count = 16
  const pages = Array.from({ length: count }, (_, index) => [
    aPage(`s${index}`, [aComponent('select', { id: `s${index}` })]),
  ]).flat()
  const conditions = pages.map(({ id }) => ({
    field: id,
    operator: 'is' as const,
    value: 'option1',
  }))
  const flow = aFlow(
    [],
    ...pages,
    aPage('fork', [note], {
      next: [go('t1', 'contact'), go('t2', 'verify')].map((one, index) =>
        index === 0 ? { ...one, when: { match: 'any' as const, comparisons: conditions } } : one,
      ),
    }),
    aPage('contact', [phone()]),
    aPage('verify', [otp()]),
  )
  const [problem] = problemsOf(flow)
  expect(problem).toMatchObject({ code: 'otp-recipient-skippable', severity: 'error' })
})

describe('a condition', () => {
  test('on a field that is not asked before on every path is a warning that names the path', () => {
    const flow = aFlow(
      [delivery()],
      aPage('ask', [note], {
        next: [go('t1', 'contact', when('delivery', 'pickup')), go('t2', 'work')],
      }),
      aPage('contact', [phone()]),
      aPage('work', [{ ...note, id: 'note2' }], {
        next: [go('t1', 'finish', when('phone', '', 'isEmpty'))],
      }),
    )
    expect(problemsOf(flow)).toMatchObject([
      {
        code: 'condition-field-not-before',
        severity: 'warning',
        pageId: 'work',
        path: ['initial', 'ask', 'work'],
      },
    ])
  })

  test('on an answer of the same page is fine', () => {
    const flow = aFlow(
      [],
      aPage('ask', [delivery()], { next: [go('t1', 'finish', when('delivery', 'home'))] }),
    )
    expect(problemsOf(flow)).toEqual([])
  })
})
