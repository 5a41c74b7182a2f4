const isDay = /^\d{4}-\d{2}-\d{2}$/

/** The day (`2026-11-22`) that a time is on in this browser's time zone. */
export const toLocalDay = (time: number): string => {
  const date = new Date(time)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

const toTime = (day: string, plusDays: number): string | undefined => {
  if (!isDay.test(day)) return undefined
  const date = new Date(`${day}T00:00:00`)
  date.setDate(date.getDate() + plusDays)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** When a day begins in this browser's time zone, ISO 8601; nothing when it is none. */
export const startOfLocalDay = (day: string): string | undefined => toTime(day, 0)

/** When a day ends, which is when the next one begins. */
export const endOfLocalDay = (day: string): string | undefined => toTime(day, 1)

/** The day so many days after another one. */
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00`)
  date.setDate(date.getDate() + days)
  return toLocalDay(date.getTime())
}

/** Every day from one to another, both included. */
export const listDays = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
