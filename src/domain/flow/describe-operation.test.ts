import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anOtpFlow } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { describeOperation } from './describe-operation.ts'
import { toFlowState } from './flow-state.ts'
import type { Operation } from './operation-schema.ts'

const flow = toFlowState(anOtpFlow())
const update = (changes: Record<string, string | number | boolean | null>): Operation => ({
  type: 'component.update',
  componentId: 'otp',
  changes,
})

test.each<[Operation, string]>([
  [update({ channel: 'sms' }), 'Send OTP Via: WhatsApp → SMS'],
  [update({ recipientField: null }), 'Recipient Field: Phone → none'],
  [update({ required: false }), 'Required: on → off'],
  [update({ digits: 8 }), 'Digits: 6 → 8'],
  [update({ digits: 8, title: 'Code' }), 'Digits and 1 more changed'],
  [
    { type: 'component.move', componentId: 'phone', pageId: 'receiver', index: 0 },
    'Moved Phone to receiver',
  ],
  [
    { type: 'component.move', componentId: 'phone', pageId: 'initial', index: 1 },
    'Moved Phone to place 2',
  ],
  [{ type: 'component.remove', componentId: 'otp' }, 'Deleted OTP'],
  [
    { type: 'page.update', pageId: 'receiver', changes: { title: 'Door' } },
    'Title: receiver → Door',
  ],
  [{ type: 'page.move', pageId: 'receiver', position: { x: 1, y: 2 } }, 'Moved page receiver'],
  [
    {
      type: 'transition.add',
      pageId: 'receiver',
      index: 0,
      transition: { id: 't', to: 'finish', when: null },
    },
    'Connected receiver to Finish Task',
  ],
])('%j reads "%s"', (operation, text) => {
  expect(describeOperation(flow, operation).text).toBe(text)
})

test('a change of settings names whose they are', () => {
  expect(describeOperation(flow, update({ digits: 4 })).subject).toBe('OTP')
})

test('every operation has words, whatever the flow holds', () => {
  fc.assert(
    fc.property(operationSeed, (seed) => {
      const operation = toOperation(flow, seed)
      if (operation === undefined) return
      expect(describeOperation(flow, operation).text).not.toBe('')
      expect(describeOperation(toFlowState(anOtpFlow()), operation).text).not.toMatch(/undefined/)
    }),
  )
})
