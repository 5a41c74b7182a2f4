import { expect, test } from 'vitest'
import { checkTimerAnswer } from '#domain/components/timer/timer-answer.ts'
import { aComponent } from '#testing/a-flow.ts'
import { formatTiming, measure, start, stop } from './timing.ts'

const began = Date.parse('2026-11-23T08:00:00.000Z')

test('a time runs on from its start, also when nobody looks', () => {
  const running = start(undefined, began)
  expect(running).toEqual({
    startedAt: '2026-11-23T08:00:00.000Z',
    runningSince: '2026-11-23T08:00:00.000Z',
    seconds: 0,
  })
  expect(measure(running, began + 61_500)).toBe(61.5)
})

test('a pause does not count, and the first start stays', () => {
  const paused = stop(start(undefined, began), began + 10_000)
  expect(measure(paused, began + 60_000)).toBe(10)
  const resumed = start(paused, began + 60_000)
  expect(stop(resumed, began + 65_250)).toEqual({
    startedAt: '2026-11-23T08:00:00.000Z',
    runningSince: null,
    seconds: 15.25,
  })
})

test('a clock that was set back takes nothing away', () => {
  expect(measure(start(undefined, began), began - 5_000)).toBe(0)
})

test('what is measured is accepted as an answer', () => {
  const timer = aComponent('timer', { id: 'timer' })
  expect(checkTimerAnswer(timer, stop(start(undefined, began), began + 1_234)).ok).toBe(true)
})

test.each([
  [0, '0:00'],
  [65.9, '1:05'],
  [7_389, '2:03:09'],
])('%d seconds read "%s"', (seconds, text) => {
  expect(formatTiming(seconds)).toBe(text)
})
