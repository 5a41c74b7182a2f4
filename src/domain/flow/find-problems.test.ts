import { describe, expect, test } from 'vitest'
import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { applyOperation } from './apply-operation.ts'
import { canPublish, findProblems } from './find-problems.ts'
import type { FlowDocument } from './flow-schema.ts'
import { toFlowState } from './flow-state.ts'

const organisation: OrganisationContext = {
  readyChannels: ['email', 'sms', 'whatsapp'],
  allowedChannels: ['email', 'sms', 'whatsapp'],
  componentLimit: 200,
}

const problemsOf = (document: FlowDocument, context = organisation) =>
  findProblems(toFlowState(document), context)

const codesOf = (document: FlowDocument, context = organisation) =>
  problemsOf(document, context).map(({ code }) => code)

const phone = aComponent('input', { id: 'phone', dataType: 'phoneNumber' })
const email = aComponent('input', { id: 'email', dataType: 'email' })
const note = aComponent('view', { id: 'note', value: 'Hello' })
const otp = (recipientField: string | null, more = {}) =>
  aComponent('otp', { id: 'otp', recipientField, ...more })
const always = (to: string) => ({ id: `to${to}`, to, when: null })
const sometimes = (to: string) => ({
  id: `maybe${to}`,
  to,
  when: {
    match: 'all' as const,
    comparisons: [{ field: 'phone', operator: 'isEmpty' as const, value: null }],
  },
})

describe('a flow that can be published', () => {
  test('has no problems', () => {
    expect(problemsOf(anOtpFlow())).toEqual([])
  })

  test('may ask for the recipient above the OTP on the same page', () => {
    expect(codesOf(aFlow([], aPage('one', [phone, otp('phone')])))).toEqual([])
  })
})

describe('the recipient of an OTP', () => {
  test.each<[string, FlowDocument, string]>([
    ['none chosen', aFlow([phone], aPage('one', [otp(null)])), 'otp-recipient-missing'],
    ['deleted', aFlow([phone], aPage('one', [otp('lost')])), 'otp-recipient-deleted'],
    ['of an unfit type', aFlow([email], aPage('one', [otp('email')])), 'otp-recipient-unfit'],
    [
      'on a later page',
      aFlow([], aPage('one', [otp('phone')]), aPage('two', [phone])),
      'otp-recipient-later-page',
    ],
    [
      'below on the same page',
      aFlow([], aPage('one', [otp('phone'), phone])),
      'otp-recipient-below',
    ],
    [
      'on a page that a path goes round',
      aFlow(
        [],
        aPage('one', [note], { next: [sometimes('three'), always('two')] }),
        aPage('two', [phone]),
        aPage('three', [otp('phone')]),
      ),
      'otp-recipient-skippable',
    ],
    [
      'optional',
      aFlow([{ ...phone, required: false }], aPage('one', [otp('phone')])),
      'otp-recipient-optional',
    ],
    [
      'hidden',
      aFlow([{ ...phone, visible: false }], aPage('one', [otp('phone')])),
      'otp-recipient-hidden',
    ],
  ])('%s', (_, document, code) => {
    const found = problemsOf(document)
    expect(found.map((problem) => problem.code)).toContain(code)
    expect(found.find((problem) => problem.code === code)).toMatchObject({
      componentId: 'otp',
      setting: 'recipientField',
    })
  })

  test('optional and hidden do not block Publish, everything else does', () => {
    const hidden = aFlow([{ ...phone, visible: false }], aPage('one', [otp('phone')]))
    expect(canPublish(problemsOf(hidden))).toBe(true)
    expect(canPublish(problemsOf(aFlow([phone], aPage('one', [otp(null)]))))).toBe(false)
  })

  test('none chosen, but one fits: the fix chooses it', () => {
    const state = toFlowState(aFlow([phone], aPage('one', [otp(null)])))
    const [problem] = findProblems(state, organisation)
    if (!problem?.fix) throw new Error('no fix')
    const fixed = applyOperation(state, problem.fix.operation)
    if (!fixed.ok) throw new Error(fixed.error.message)
    expect(findProblems(fixed.value, organisation)).toEqual([])
  })

  test('of an unfit type: the fix chooses a channel that fits', () => {
    const [problem] = problemsOf(aFlow([email], aPage('one', [otp('email')])))
    expect(problem?.fix).toMatchObject({
      label: 'Send via Email',
      operation: { changes: { channel: 'email' } },
    })
  })
})

describe('other rules', () => {
  const backup = (backupChannel: string) =>
    aFlow([phone], aPage('one', [otp('phone', { backupChannel })]))

  test.each<[string, FlowDocument, string]>([
    ['an OTP on the Initial Page', aFlow([phone, otp('phone')]), 'otp-on-initial-page'],
    ['a backup channel that is the same', backup('whatsapp'), 'otp-backup-same'],
    ['a backup channel that needs another field', backup('email'), 'otp-backup-unfit'],
    ['an empty page', aFlow([phone], aPage('one', [])), 'page-empty'],
    ['no Mobile App Page', aFlow([phone]), 'flow-without-mobile-page'],
    [
      'a page that no path leads to',
      aFlow([phone], aPage('one', [note], { next: [always('finish')] }), aPage('two', [email])),
      'page-unreachable',
    ],
    ['a loop', aFlow([phone], aPage('one', [note], { next: [always('one')] })), 'page-loop'],
    [
      'a transition to a deleted page',
      aFlow([phone], aPage('one', [note], { next: [always('lost')] })),
      'transition-target-missing',
    ],
    [
      'a condition on a deleted field',
      aFlow([], aPage('one', [note], { next: [sometimes('one')] })),
      'condition-field-missing',
    ],
    [
      'a reserved id',
      aFlow([aComponent('input', { id: 'status' })], aPage('one', [note])),
      'component-id-reserved',
    ],
    [
      'two OTPs to one recipient on one page',
      aFlow([phone], aPage('one', [otp('phone'), { ...otp('phone'), id: 'otp2' }])),
      'otp-twin',
    ],
    [
      'a View of a field that does not exist',
      aFlow([], aPage('one', [{ ...note, value: '$lost' }])),
      'view-field-missing',
    ],
    [
      'a View of a field that comes later',
      aFlow([], aPage('one', [{ ...note, value: '$email' }, email])),
      'view-field-not-before',
    ],
    [
      'a range that no answer fits',
      aFlow([aComponent('input', { id: 'n', minimum: 5, maximum: 2 })], aPage('one', [note])),
      'input-range-empty',
    ],
  ])('%s', (_, document, code) => {
    expect(codesOf(document)).toContain(code)
  })

  test('a channel that the policy does not allow', () => {
    expect(codesOf(anOtpFlow(), { ...organisation, allowedChannels: ['email'] })).toEqual([
      'otp-channel-not-allowed',
    ])
  })

  test('a channel whose sender is not set up', () => {
    expect(codesOf(anOtpFlow(), { ...organisation, readyChannels: ['email'] })).toEqual([
      'otp-sender-missing',
    ])
  })

  test("over the plan's component limit", () => {
    expect(codesOf(anOtpFlow(), { ...organisation, componentLimit: 1 })).toEqual([
      'flow-over-component-limit',
    ])
  })
})

test('no field fits: the fix adds one to the Initial Page and chooses it', () => {
  const state = toFlowState(aFlow([email], aPage('one', [otp(null)])))
  const [problem] = findProblems(state, organisation)
  if (!problem?.fix) throw new Error('no fix')
  const fixed = applyOperation(state, problem.fix.operation)
  if (!fixed.ok) throw new Error(fixed.error.message)
  expect(findProblems(fixed.value, organisation)).toEqual([])
  expect(fixed.value.componentsById.phoneNumber).toMatchObject({ dataType: 'phoneNumber' })
})
