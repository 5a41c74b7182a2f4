import { expect, test } from 'vitest'
import { addDays, endOfLocalDay, listDays, startOfLocalDay, toLocalDay } from './local-days.ts'

test('a day ends when the next one begins, and nothing else is a day', () => {
  expect(endOfLocalDay('2026-02-28')).toBe(startOfLocalDay('2026-03-01'))
  expect(startOfLocalDay('soon')).toBeUndefined()
  expect(startOfLocalDay('2026-99-99')).toBeUndefined()
})

test('days are counted by the calendar, over months and the ends of summer time', () => {
  expect(listDays('2026-10-24', '2026-10-27')).toHaveLength(4)
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect(toLocalDay(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05')
})
