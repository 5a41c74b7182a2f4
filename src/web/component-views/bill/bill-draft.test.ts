import { expect, test } from 'vitest'
import { checkBillAnswer } from '#domain/components/bill/bill-answer.ts'
import { aComponent } from '#testing/a-flow.ts'
import { toBillAnswer, toBillDraft } from './bill-draft.ts'

const bill = aComponent('bill', {
  id: 'bill',
  addNew: true,
  items: [
    { name: 'Box', price: 1_000 },
    { name: 'Tape', price: 50 },
  ],
  adjustments: [
    { name: 'Member', kind: 'discount', unit: 'percent', amount: 1_000, optional: true },
  ],
})

test('a bill begins with every item, none bought', () => {
  expect(toBillDraft(bill, null)).toEqual({
    lines: [
      { name: 'Box', price: 1_000, quantity: 0 },
      { name: 'Tape', price: 50, quantity: 0 },
    ],
    chosen: [],
  })
})

test('what is filled in is an answer that is accepted, and stands there again after a reload', () => {
  const [box, tape] = toBillDraft(bill, null).lines
  if (box === undefined || tape === undefined) throw new Error('no items')
  const rope = { name: 'Rope', price: 250, quantity: 2 }
  const draft = { lines: [box, { ...tape, quantity: 10 }, rope], chosen: ['Member'] }
  const answer = toBillAnswer(bill, draft)
  expect(answer).toMatchObject({ subtotal: 1_000, total: 900 })
  expect(checkBillAnswer(bill, answer)).toEqual({ ok: true, value: answer })
  expect(toBillDraft(bill, answer)).toEqual(draft)
})

test('an added item stays while its quantity is changed to nothing', () => {
  const rope = { name: 'Rope', price: 250, quantity: 0 }
  const draft = { lines: [...toBillDraft(bill, null).lines, rope], chosen: [] }
  expect(toBillDraft(bill, toBillAnswer(bill, draft))).toEqual(draft)
})
