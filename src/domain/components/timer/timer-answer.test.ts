import { expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { checkTimerAnswer } from './timer-answer.ts'

const timer = aComponent('timer', { id: 'timer' })
const at = (minute: number) => `2026-11-23T08:0${minute}:00.000Z`
const stopped = { startedAt: at(0), runningSince: null, seconds: 61.5 }
const running = { startedAt: at(0), runningSince: at(2), seconds: 61.5 }

test('a time that was stopped is accepted', () => {
  expect(checkTimerAnswer(timer, stopped)).toEqual({ ok: true, value: stopped })
})

test('where one is required, none and one that still runs are refused', () => {
  for (const value of [null, running]) {
    expect(checkTimerAnswer(timer, value)).toMatchObject({ error: { code: 'required' } })
  }
})

test('one that still runs is kept as a draft, with its start', () => {
  const optional = { ...timer, required: false }
  expect(checkTimerAnswer(optional, running)).toEqual({ ok: true, value: running })
  expect(checkTimerAnswer(optional, null)).toEqual({ ok: true, value: null })
})

test.each([
  { ...stopped, startedAt: '8 o’clock' },
  { ...running, runningSince: '2026-11-23T07:59:00.000Z' },
  { ...stopped, seconds: -1 },
  { ...stopped, seconds: 32 * 24 * 60 * 60 },
  { startedAt: at(0), seconds: 3 },
  90,
])('%j is refused', (value) => {
  expect(checkTimerAnswer(timer, value)).toMatchObject({ error: { code: 'invalid' } })
})
