import { expect, test } from 'vitest'
import type { AnswerValue } from '#domain/components/answer.ts'
import { aComponent } from '#testing/a-flow.ts'
import { getComponentStep } from './component-step-registry.ts'

const photos = (...categories: (string | null)[]) => ({
  photos: categories.map((category, index) => ({ fileId: `f${index}`, category })),
})
const list = (...pairs: [string, string | boolean | number][]) => ({
  entries: pairs.map(([name, value]) => ({ name, value })),
})
const bill = {
  currency: 'IDR',
  lines: [{ name: 'Box', price: 1_500_000, quantity: 2 }],
  adjustments: [],
  subtotal: 3_000_000,
  total: 3_000_000,
}

test.each<['photo' | 'signature' | 'voice' | 'timer' | 'bill' | 'list', AnswerValue, string]>([
  ['photo', photos(null), '1 photo'],
  ['photo', photos('Front', null, 'Back'), '3 photos: Front, Back'],
  ['signature', { fileId: 'a', typedName: null }, 'Signed'],
  ['signature', { fileId: 'a', typedName: 'Ayu' }, 'Signed by Ayu'],
  ['voice', { fileId: 'a', seconds: 64.5 }, 'Recording, 1:05'],
  ['bill', bill, 'IDR 30,000 for 1 item'],
  ['list', list(['Roof', true], ['Walls', false], ['Door', true]), 'Roof, Door'],
  ['list', list(['Boxes', 3], ['Bags', 0]), 'Boxes 3'],
  ['list', list(['Roof', 'leaks'], ['Walls', '']), 'Roof: leaks'],
])('an answer to a %s, %j, reads "%s"', (type, value, text) => {
  const component = aComponent(type, { id: 'answer' })
  expect(getComponentStep(type).describe(component, value)).toBe(text)
})

test('a measured time reads with its start; one that runs, since when', () => {
  const timer = aComponent('timer', { id: 'timer' })
  const startedAt = '2026-11-23T08:00:00.000Z'
  const describe = (runningSince: string | null) =>
    getComponentStep('timer').describe(timer, { startedAt, runningSince, seconds: 725 })
  expect(describe(null)).toMatch(/^12:05, from 23 Nov 2026/)
  expect(describe(startedAt)).toMatch(/^Runs since 23 Nov 2026/)
})
