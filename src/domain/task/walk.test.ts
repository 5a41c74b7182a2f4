import { expect, test } from 'vitest'
import { getComponentType } from '#domain/components/component-registry.ts'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { advance, type CheckAnswer, startWalk, walkToFinish } from './walk.ts'

const parsePhone = (text: string) => (text.startsWith('+') ? { e164: text } : undefined)
const check: CheckAnswer = (component, value) =>
  getComponentType(component.type).checkAnswer(component, value, {
    parsePhone,
    findAnswer: () => null,
  })

const verified = {
  verifiedAt: '2026-11-22T00:00:00.000Z',
  channel: 'whatsapp',
  maskedRecipient: '+62',
  challengeId: 'c1',
}

test('an OTP that is not verified stops the walk on its page', () => {
  const flow = anOtpFlow()
  const stopped = walkToFinish(flow, { phone: '+628123456789' }, check)
  expect(stopped).toMatchObject({
    ok: false,
    error: { pageId: 'receiver', errors: { otp: { code: 'not-verified' } } },
  })
  const done = walkToFinish(flow, { phone: '+628123456789', otp: verified }, check)
  expect(done).toMatchObject({ ok: true, value: { path: ['receiver'] } })
})

const field = (id: string) => aComponent('input', { id })
const branching = aFlow(
  [field('kind')],
  aPage('ask', [field('size')], {
    next: [
      {
        id: 't1',
        to: 'large',
        when: { match: 'all', comparisons: [{ field: 'size', operator: 'is', value: 'L' }] },
      },
      { id: 't2', to: 'small', when: null },
    ],
  }),
  aPage('large', [field('truck')], { next: [{ id: 't3', to: 'finish', when: null }] }),
  aPage('small', [field('bike')]),
)

test('answers of pages that were walked back out of are not submitted', () => {
  const answers = { kind: 'a', size: 'S', truck: 'left over', bike: 'yes' }
  expect(walkToFinish(branching, answers, check)).toEqual({
    ok: true,
    value: { path: ['ask', 'small'], answers: { kind: 'a', size: 'S', bike: 'yes' } },
  })
})

test('a step forward needs accepted answers, a step back does not', () => {
  const walk = startWalk(branching, {})
  const refused = advance(branching, walk, 'next', {}, check)
  expect(refused).toMatchObject({ ok: false, error: { size: { code: 'required' } } })
  const next = advance(branching, walk, 'next', { size: 'L' }, check)
  if (!next.ok) throw new Error('refused')
  expect(next.value.path).toEqual(['ask', 'large'])
  expect(advance(branching, next.value, 'back', {}, check)).toMatchObject({
    value: { path: ['ask'] },
  })
})

test('the same answers in a loop do not walk for ever', () => {
  const loop = aFlow([], aPage('a', [field('x')], { next: [{ id: 't', to: 'a', when: null }] }))
  expect(walkToFinish(loop, { x: '1' }, check)).toMatchObject({ ok: false })
})

test('a hidden component is never in the way', () => {
  const flow = aFlow([], aPage('a', [{ ...field('x'), visible: false }]))
  expect(walkToFinish(flow, {}, check)).toMatchObject({ ok: true })
})
