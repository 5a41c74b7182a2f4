import { expect, test } from 'vitest'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { parseOutlineQuery, searchOutline } from './outline-query.ts'

const flow = toFlowState(
  aFlow(
    [
      aComponent('input', { id: 'phone', title: 'Phone', dataType: 'phoneNumber' }),
      aComponent('input', { id: 'note', title: 'Note', required: false, visible: false }),
    ],
    aPage(
      'door',
      [
        aComponent('otp', { id: 'otp', title: 'Code', channel: 'sms', recipientField: 'phone' }),
        aComponent('view', { id: 'shown', title: 'Phone again', value: '$phone' }),
      ],
      { title: 'Front door' },
    ),
    aPage('empty', [], { title: 'Empty' }),
  ),
)

const found = (search: string, invalid: readonly string[] = []) =>
  searchOutline(
    flow,
    parseOutlineQuery(search),
    new Map(invalid.map((id) => [id, 'error' as const])),
  ).flatMap(({ pageId, componentIds }) => (componentIds.length > 0 ? componentIds : [pageId]))

test.each([
  ['is:required', ['phone', 'otp']],
  ['is:optional', ['note']],
  ['is:hidden', ['note']],
  ['type:otp', ['otp']],
  ['type:phonenumber', ['phone']],
  ['type:phone-number', ['phone']],
  ['via:SMS', ['otp']],
  ['via:email', []],
  ['uses:phone', ['otp', 'shown']],
  ['uses:phone again', ['shown']],
  ['phone', ['phone', 'shown']],
  ['PHONE number', ['phone']],
  ['door', ['door']],
  ['is:nonsense', []],
  ['http://x', []],
])('%s finds %j', (search, ids) => {
  expect(found(search)).toEqual(ids)
})

test('is:invalid finds what has problems, pages too', () => {
  expect(found('is:invalid', ['otp', 'empty'])).toEqual(['otp', 'empty'])
  expect(found('is:invalid type:otp', ['otp', 'empty'])).toEqual(['otp'])
})

test('an empty search finds everything', () => {
  expect(found('  ')).toEqual(['phone', 'note', 'otp', 'shown', 'empty'])
})
