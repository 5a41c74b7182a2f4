import { expect, test } from 'vitest'
import { formatAgo, formatCountdown, formatDate } from './format-time.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test.each([
  ['2026-11-22T11:59:40Z', 'just now'],
  ['2026-11-22T11:59:10Z', '1 minute ago'],
  ['2026-11-22T11:20:00Z', '40 minutes ago'],
  ['2026-11-22T09:00:00Z', '3 hours ago'],
  ['2026-11-21T12:00:00Z', 'yesterday'],
  ['2026-11-18T12:00:00Z', '4 days ago'],
])('%s is %s', (iso, text) => {
  expect(formatAgo(iso, now)).toBe(text)
})

test('from a week on it is the date', () => {
  const iso = '2026-11-15T12:00:00Z'
  expect(formatAgo(iso, now)).toBe(formatDate(iso))
})

test('a clock that is behind the server does not show the future', () => {
  expect(formatAgo('2026-11-22T12:05:00Z', now)).toBe('just now')
})

test('a countdown rounds up, so that it never says 0:00 too early, and stops at zero', () => {
  expect(formatCountdown(65)).toBe('1:05')
  expect(formatCountdown(0.2)).toBe('0:01')
  expect(formatCountdown(-3)).toBe('0:00')
})
