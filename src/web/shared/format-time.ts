const locale = 'en-GB'

const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const clockTime = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
const dayOnly = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'long' })

/** "22 Nov 2026, 14:30" in this browser's time zone. */
export const formatDateTime = (iso: string): string => dateTime.format(new Date(iso))

/** "22 Nov 2026" in this browser's time zone. */
export const formatDate = (iso: string): string => dayOnly.format(new Date(iso))

/** "14:30:05" in this browser's time zone. */
export const formatClockTime = (iso: string): string => clockTime.format(new Date(iso))

const steps = [
  ['minute', 60],
  ['hour', 60 * 60],
  ['day', 24 * 60 * 60],
] as const

/** How long ago, in words, up to a week; the date after that. `now` in ms since the epoch. */
export const formatAgo = (iso: string, now: number): string => {
  const seconds = Math.round((now - Date.parse(iso)) / 1_000)
  if (seconds < 45) return 'just now'
  if (seconds >= 7 * 24 * 60 * 60) return formatDate(iso)
  const [unit, size] = steps.findLast(([, step]) => seconds >= step * 0.75) ?? steps[0]
  return relative.format(-Math.max(1, Math.round(seconds / size)), unit)
}

/** "1:05" for 65 seconds; never below zero. */
export const formatCountdown = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
