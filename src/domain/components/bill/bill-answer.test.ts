import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { checkBillAnswer } from './bill-answer.ts'
import type { BillAdjustment, BillComponent } from './bill-schema.ts'

const items = [
  { name: 'Box', price: 1_500_000 },
  { name: 'Tape', price: 333 },
]
const aBill = (more: Partial<BillComponent> = {}) =>
  aComponent('bill', { id: 'bill', title: 'Order', items, ...more })
const anAdjustment = (more: Partial<BillAdjustment>): BillAdjustment => ({
  name: 'Discount',
  kind: 'discount',
  unit: 'fixed',
  amount: 0,
  optional: false,
  ...more,
})
const line = (name: string, price: number, quantity: number) => ({ name, price, quantity })
const box = (quantity: number) => line('Box', 1_500_000, quantity)
const compute = (bill: BillComponent, value: unknown) => {
  const checked = checkBillAnswer(bill, value)
  if (!checked.ok || checked.value === null) throw new Error(JSON.stringify(checked))
  return checked.value
}

describe('the total', () => {
  test('is the sum of price times quantity, and lines without a quantity are left out', () => {
    const answer = compute(aBill(), { lines: [box(2), line('Tape', 333, 0)] })
    expect(answer).toEqual({
      currency: 'IDR',
      lines: [box(2)],
      adjustments: [],
      subtotal: 3_000_000,
      total: 3_000_000,
    })
  })

  test('takes percentages of the subtotal, each rounded half up to the minor unit', () => {
    const adjustments = [
      anAdjustment({ name: 'Regular', unit: 'percent', amount: 1_000 }),
      anAdjustment({ name: 'Tax', kind: 'cost', unit: 'percent', amount: 1_150 }),
      anAdjustment({ name: 'Delivery', kind: 'cost', amount: 500 }),
    ]
    const answer = compute(aBill({ adjustments }), { lines: [line('Tape', 333, 1)] })
    // 10 % of 333 is 33.3, 11.5 % is 38.295.
    expect(answer.adjustments).toEqual([
      { name: 'Regular', amount: -33 },
      { name: 'Tax', amount: 38 },
      { name: 'Delivery', amount: 500 },
    ])
    expect(answer.total).toBe(333 - 33 + 38 + 500)
  })

  test('is never lowered below the costs: discounts end at the subtotal', () => {
    const adjustments = [
      anAdjustment({ name: 'One', amount: 300 }),
      anAdjustment({ name: 'Two', amount: 300 }),
      anAdjustment({ name: 'Delivery', kind: 'cost', amount: 50 }),
    ]
    const answer = compute(aBill({ adjustments }), { lines: [line('Tape', 333, 1)] })
    expect(answer.adjustments.map(({ amount }) => amount)).toEqual([-300, -33, 50])
    expect(answer.total).toBe(50)
  })

  test('has optional discounts and costs only where the worker chose them', () => {
    const adjustments = [
      anAdjustment({ name: 'Member', amount: 100, optional: true }),
      anAdjustment({ name: 'Gift wrap', kind: 'cost', amount: 20, optional: true }),
    ]
    const answer = compute(aBill({ adjustments }), {
      lines: [line('Tape', 333, 1)],
      adjustments: [{ name: 'Gift wrap' }],
    })
    expect(answer).toMatchObject({ adjustments: [{ name: 'Gift wrap', amount: 20 }], total: 353 })
  })

  test('is a whole number, the same when it is checked again, whatever is on the bill', () => {
    const adjustment = fc.record({
      kind: fc.constantFrom('discount' as const, 'cost' as const),
      unit: fc.constantFrom('fixed' as const, 'percent' as const),
      amount: fc.nat(10_000),
    })
    const lines = fc.array(fc.tuple(fc.nat(1e9), fc.integer({ min: 1, max: 9_999 })), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(fc.array(adjustment, { maxLength: 5 }), lines, (adjustments, amounts) => {
        const bill = aBill({
          items: amounts.map(([price], index) => ({ name: `i${index}`, price })),
          adjustments: adjustments.map((each, index) =>
            anAdjustment({ ...each, name: `a${index}` }),
          ),
        })
        const answer = compute(bill, {
          lines: amounts.map(([price, quantity], index) => line(`i${index}`, price, quantity)),
        })
        expect(Number.isSafeInteger(answer.total)).toBe(true)
        expect(answer.total).toBe(
          answer.adjustments.reduce((sum, { amount }) => sum + amount, answer.subtotal),
        )
        expect(compute(bill, answer)).toEqual(answer)
      }),
    )
  })
})

describe('a bill is refused', () => {
  test.each<[string, unknown, string, Partial<BillComponent>?]>([
    ['without an item where one is required', { lines: [box(0)] }, 'required'],
    ['without an answer where one is required', null, 'required'],
    ['with an item that is not on it', { lines: [line('Rope', 1, 1)] }, 'invalid'],
    ['with an item at another price', { lines: [line('Box', 1, 1)] }, 'invalid'],
    ['with the same item twice', { lines: [box(1), box(1)] }, 'invalid'],
    ['with a broken quantity', { lines: [box(1.5)] }, 'invalid'],
    ['with a quantity below zero', { lines: [box(-1)] }, 'invalid'],
    ['with a total that does not add up', { lines: [box(1)], total: 1 }, 'invalid'],
    [
      'when it is more than can be counted',
      { lines: [line('Gold', 1_000_000_000_000, 9_999)] },
      'invalid',
      { items: [{ name: 'Gold', price: 1_000_000_000_000 }] },
    ],
    ['when it is none', 'a bill', 'invalid'],
  ])('%s', (_, value, code, more) => {
    expect(checkBillAnswer(aBill(more), value)).toMatchObject({ ok: false, error: { code } })
  })
})

test('items of the worker are accepted where adding is allowed, not under the name of another', () => {
  const bill = aBill({ addNew: true })
  expect(compute(bill, { lines: [line('Rope', 250, 2)] }).total).toBe(500)
  expect(checkBillAnswer(bill, { lines: [line('Box', 1, 1)] }).ok).toBe(false)
})

test('an empty bill is no answer where none is required', () => {
  expect(checkBillAnswer(aBill({ required: false }), { lines: [] })).toEqual({
    ok: true,
    value: null,
  })
})
