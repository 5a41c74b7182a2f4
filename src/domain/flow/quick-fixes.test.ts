import { expect, test } from 'vitest'
import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { applyOperation } from './apply-operation.ts'
import { findProblems } from './find-problems.ts'
import type { FlowDocument } from './flow-schema.ts'
import { toFlowDocument, toFlowState } from './flow-state.ts'
import { invertOperation } from './invert-operation.ts'

const organisation: OrganisationContext = {
  readyChannels: ['email', 'sms'],
  allowedChannels: ['email', 'sms', 'whatsapp'],
  componentLimit: null,
}

const phone = aComponent('input', { id: 'phone', dataType: 'phoneNumber' })
const email = aComponent('input', { id: 'email', dataType: 'email' })
const note = aComponent('view', { id: 'note', value: 'Hello' })
const otp = (recipientField: string | null, more = {}) =>
  aComponent('otp', { id: 'otp', channel: 'sms', recipientField, ...more })
const delivery = (more = {}) => aComponent('select', { id: 'delivery', ...more })
const action = (more: object) => ({
  options: ['option1'],
  do: 'hide' as const,
  targets: ['phone'],
  value: null,
  ...more,
})
const go = (id: string, to: string, field?: string, value = 'option1') => ({
  id,
  to,
  when:
    field === undefined
      ? null
      : { match: 'all' as const, comparisons: [{ field, operator: 'is' as const, value }] },
})
const twoComparisons = {
  id: 't1',
  to: 'finish',
  when: {
    match: 'all' as const,
    comparisons: [
      { field: 'lost', operator: 'isEmpty' as const, value: null },
      { field: 'phone', operator: 'isEmpty' as const, value: null },
    ],
  },
}
/** A branch: with option 1 over "pickup", else round it. */
const branch = (pickup: Parameters<typeof aPage>[1]) =>
  aFlow(
    [delivery()],
    aPage('ask', [note], { next: [go('t1', 'pickup', 'delivery'), go('t2', 'verify')] }),
    aPage('pickup', pickup),
    aPage('verify', [otp('phone')]),
  )

test.each<[code: string, label: string, document: FlowDocument]>([
  [
    'otp-recipient-missing',
    'Add a Phone Number field to the Initial Page',
    aFlow([email], aPage('a', [otp(null)])),
  ],
  ['otp-recipient-missing', 'Use "phone"', aFlow([email, phone], aPage('a', [otp(null)]))],
  ['otp-recipient-deleted', 'Use "phone"', aFlow([phone], aPage('a', [otp('lost')]))],
  ['otp-recipient-unfit', 'Send via Email', aFlow([email], aPage('a', [otp('email')]))],
  [
    'otp-recipient-below',
    'Ask for "phone" before the OTP',
    aFlow([], aPage('a', [note, otp('phone'), phone])),
  ],
  [
    'otp-recipient-later-page',
    'Ask for "phone" before the OTP',
    aFlow([], aPage('a', [note, otp('phone')]), aPage('b', [phone, note])),
  ],
  ['otp-recipient-skippable', 'Ask for "phone" before the OTP', branch([phone])],
  [
    'otp-recipient-hidden-by-action',
    'Always show "phone"',
    aFlow([delivery({ actions: [action({})] }), phone], aPage('a', [otp('phone')])),
  ],
  [
    'otp-recipient-hidden-by-action',
    'Always show "phone"',
    aFlow(
      [
        delivery({ actions: [action({ do: 'show', targets: ['phone', 'email'] })] }),
        { ...phone, visible: false },
        email,
      ],
      aPage('a', [otp('phone')]),
    ),
  ],
  [
    'otp-recipient-hidden',
    'Make "phone" visible',
    aFlow([{ ...phone, visible: false }], aPage('a', [otp('phone')])),
  ],
  [
    'otp-recipient-optional',
    'Make "phone" required',
    aFlow([{ ...phone, required: false }], aPage('a', [otp('phone')])),
  ],
  [
    'otp-sender-missing',
    'Send via SMS',
    aFlow([phone], aPage('a', [otp('phone', { channel: 'whatsapp' })])),
  ],
  [
    'otp-sender-missing',
    'Remove the backup channel',
    aFlow([phone], aPage('a', [otp('phone', { backupChannel: 'whatsapp' })])),
  ],
  [
    'otp-backup-unfit',
    'Remove the backup channel',
    aFlow([phone], aPage('a', [otp('phone', { backupChannel: 'email' })])),
  ],
  [
    'otp-on-initial-page',
    'Move it to the first Mobile App Page',
    aFlow([phone, otp('phone')], aPage('a', [note])),
  ],
  ['page-empty', 'Delete the page', aFlow([phone], aPage('a', []), aPage('b', [note]))],
  [
    'transition-target-missing',
    'Delete this way',
    aFlow([phone], aPage('a', [note], { next: [go('t1', 'lost')] })),
  ],
  [
    'transition-to-initial-page',
    'Delete this way',
    aFlow([phone], aPage('a', [note], { next: [go('t1', 'initial')] })),
  ],
  [
    'transition-never-taken',
    'Delete this way',
    aFlow([phone], aPage('a', [note], { next: [go('t1', 'finish'), go('t2', 'finish')] })),
  ],
  [
    'transition-never-taken',
    'Delete this way',
    aFlow(
      [delivery()],
      aPage('a', [note], {
        next: [go('t1', 'b', 'delivery'), go('t2', 'finish', 'delivery')],
      }),
      aPage('b', [phone]),
    ),
  ],
  [
    'condition-field-missing',
    'Delete this way',
    aFlow([phone], aPage('a', [note], { next: [go('t1', 'finish', 'lost')] })),
  ],
  [
    'condition-field-missing',
    'Remove it',
    aFlow([phone], aPage('a', [note], { next: [twoComparisons] })),
  ],
  [
    'condition-option-missing',
    'Delete this way',
    aFlow([delivery()], aPage('a', [note], { next: [go('t1', 'finish', 'delivery', 'gone')] })),
  ],
  [
    'select-target-missing',
    'Remove it from the action',
    aFlow([delivery({ actions: [action({ targets: ['lost'] })] })], aPage('a', [note])),
  ],
  [
    'select-target-not-after',
    'Remove "phone" from the action',
    aFlow(
      [phone, delivery({ actions: [action({ targets: ['phone', 'note'] })] })],
      aPage('a', [note]),
    ),
  ],
  [
    'select-option-missing',
    'Remove the action',
    aFlow([delivery({ actions: [action({ options: ['gone'] })] }), phone], aPage('a', [note])),
  ],
  [
    'select-fill-refused',
    'Remove "email" from the action',
    aFlow(
      [delivery({ actions: [action({ do: 'fill', targets: ['email'], value: 'no' })] }), email],
      aPage('a', [note]),
    ),
  ],
  [
    'select-range-empty',
    'Remove the minimum',
    aFlow([delivery({ style: 'checkbox', minimumSelected: 2 })], aPage('a', [note])),
  ],
  [
    'select-default-unfit',
    'Mend the default value',
    aFlow([delivery({ defaultValue: ['gone', 'option1', 'option2'] })], aPage('a', [note])),
  ],
])('%s: "%s" mends it, and undo takes it back byte for byte', (code, label, document) => {
  const state = toFlowState(document)
  const problem = findProblems(state, organisation).find((one) => one.code === code)
  expect(problem?.fix?.label).toBe(label)
  if (!problem?.fix) throw new Error('no fix')
  const fixed = applyOperation(state, problem.fix.operation)
  if (!fixed.ok) throw new Error(fixed.error.message)
  expect(findProblems(fixed.value, organisation).map((one) => one.code)).not.toContain(code)
  const undone = applyOperation(fixed.value, invertOperation(state, problem.fix.operation))
  if (!undone.ok) throw new Error(undone.error.message)
  expect(JSON.stringify(toFlowDocument(undone.value))).toBe(JSON.stringify(toFlowDocument(state)))
})

test('an empty page on a branch is deleted with the transitions that lead to it', () => {
  const state = toFlowState(branch([]))
  const problem = findProblems(state, organisation).find(({ code }) => code === 'page-empty')
  const fixed = problem?.fix && applyOperation(state, problem.fix.operation)
  if (!fixed?.ok) throw new Error('no fix')
  const codes = findProblems(fixed.value, organisation).map(({ code }) => code)
  expect(codes).not.toContain('transition-target-missing')
  expect(fixed.value.pagesById.pickup).toBeUndefined()
})
