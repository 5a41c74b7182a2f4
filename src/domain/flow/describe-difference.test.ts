import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { isEmptyDifference } from './compare-flows.ts'
import { renameComponent } from './compose-operations.ts'
import { describeDifference } from './describe-difference.ts'
import { type FlowState, toFlowState } from './flow-state.ts'
import type { Operation } from './operation-schema.ts'
import { readDifference } from './read-difference.ts'

const start = toFlowState(
  aFlow(
    [aComponent('input', { id: 'phone', title: 'Phone', dataType: 'phoneNumber' })],
    aPage('Goods', [aComponent('photo', { id: 'photo', title: 'Photo' })]),
    aPage('Receiver', [
      aComponent('otp', { id: 'otp', title: 'OTP', channel: 'sms', recipientField: 'phone' }),
    ]),
  ),
)

const apply = (state: FlowState, operation: Operation): FlowState => {
  const applied = applyOperation(state, operation)
  return applied.ok ? applied.value : state
}

const describeEdits = (...operations: Operation[]) => {
  const after = operations.reduce(apply, start)
  return describeDifference(readDifference(start, after)).map(({ title, kind, lines }) => ({
    title,
    kind,
    lines: lines.map(({ subject, text }) => (subject ? `${subject} › ${text}` : text)),
  }))
}

test('a setting reads with its label and its values, under its page', () => {
  expect(
    describeEdits({
      type: 'component.update',
      componentId: 'otp',
      changes: { channel: 'whatsapp', digits: 8 },
    }),
  ).toEqual([
    {
      title: 'Receiver',
      kind: 'changed',
      lines: ['OTP › Send OTP Via: SMS → WhatsApp', 'OTP › Digits: 6 → 8'],
    },
  ])
})

test('a move reads under the page to which it went', () => {
  expect(
    describeEdits({ type: 'component.move', componentId: 'photo', pageId: 'Receiver', index: 0 }),
  ).toEqual([{ title: 'Receiver', kind: 'moved', lines: ['Moved Photo to Receiver'] }])
})

test('a deleted page comes last, with what stood on it', () => {
  expect(
    describeEdits(
      { type: 'page.remove', pageId: 'Goods' },
      { type: 'flow.update', changes: { name: 'Delivery' } },
      { type: 'page.update', pageId: 'Receiver', changes: { title: 'Door' } },
    ),
  ).toEqual([
    { title: 'Flow', kind: 'changed', lines: ['Name: A flow → Delivery'] },
    { title: 'Door', kind: 'changed', lines: ['Title: Receiver → Door'] },
    { title: 'Goods', kind: 'removed', lines: ['Deleted the page', 'Deleted Photo'] },
  ])
})

test('a new reference names the field that it points to', () => {
  expect(
    describeEdits(
      {
        type: 'component.add',
        pageId: 'initial',
        index: 1,
        component: aComponent('input', { id: 'mobile', title: 'Mobile', dataType: 'phoneNumber' }),
      },
      { type: 'component.update', componentId: 'otp', changes: { recipientField: 'mobile' } },
    ).at(-1)?.lines,
  ).toEqual(['OTP › Recipient Field: Phone → Mobile'])
})

test('a way on reads with where it leads to and when it is taken', () => {
  const transition = {
    id: 't',
    to: 'finish',
    when: {
      match: 'all' as const,
      comparisons: [{ field: 'phone', operator: 'isEmpty' as const, value: null }],
    },
  }
  expect(describeEdits({ type: 'transition.add', pageId: 'Goods', index: 0, transition })).toEqual([
    {
      title: 'Goods',
      kind: 'changed',
      lines: ['Connected Goods to Finish Task when Phone is empty'],
    },
  ])
})

test('whatever is different has words', () => {
  fc.assert(
    fc.property(fc.array(operationSeed, { maxLength: 30 }), (seeds) => {
      const after = seeds.reduce((state, seed) => {
        const operation = toOperation(state, seed)
        return operation ? apply(state, operation) : state
      }, start)
      const difference = readDifference(start, after)
      const groups = describeDifference(difference)
      expect(groups.length === 0).toBe(isEmptyDifference(difference))
      for (const { text } of groups.flatMap(({ lines }) => lines)) {
        expect(text).not.toBe('')
        expect(text).not.toMatch(/undefined/)
      }
    }),
  )
})

const renameTo = (id: string) => renameComponent(start, 'phone', id)

test('a renamed component is the same one, and what refers to it has not changed', () => {
  expect(describeEdits(renameTo('mobile'))).toEqual([
    { title: 'Initial Page', kind: 'changed', lines: ['Phone › Renamed its key phone → mobile'] },
  ])
})

test('what is renamed and changed at once reads as both', () => {
  expect(
    describeEdits(renameTo('mobile'), {
      type: 'component.update',
      componentId: 'mobile',
      changes: { required: false },
    })[0]?.lines,
  ).toEqual(['Phone › Renamed its key phone → mobile', 'Phone › Required: on → off'])
})

test('the condition of a way follows the field that it asks for', () => {
  const comparisons = [{ field: 'phone', operator: 'isEmpty' as const, value: null }]
  const transition = { id: 't', to: 'finish', when: { match: 'all' as const, comparisons } }
  const add = { type: 'transition.add', pageId: 'Goods', index: 0, transition } as const
  const before = apply(start, add)
  const after = apply(before, renameComponent(before, 'phone', 'mobile'))
  expect(readDifference(before, after).pages).toEqual([])
})

test('a field that takes the place of another one is a new one', () => {
  const name = aComponent('input', { id: 'name', title: 'Name', dataType: 'text' })
  expect(
    describeEdits(
      { type: 'component.remove', componentId: 'phone' },
      { type: 'component.add', pageId: 'initial', index: 0, component: name },
    )[0]?.lines,
  ).toEqual(['Added Name', 'Deleted Phone'])
})
