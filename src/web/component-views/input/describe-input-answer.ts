import type { AnswerValue } from '#domain/components/answer.ts'
import type { InputComponent } from '#domain/components/input/input-schema.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** A stored date or date and time has no zone: it reads the same everywhere. */
const describeDay = (iso: string): string => {
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? iso : day.format(time)
}

/** How an answer to an Input reads, for example "12 kg", "22 Nov 2026, 14:30". */
export const describeInputAnswer = (input: InputComponent, value: AnswerValue): string => {
  if (value === null) return ''
  if (typeof value === 'object') {
    return 'latitude' in value ? `${value.latitude}, ${value.longitude}` : ''
  }
  switch (input.dataType) {
    case 'number':
      return `${number.format(Number(value))} ${input.unit}`.trim()
    case 'currency':
      return `${input.currency} ${number.format(Number(value))}`
    case 'date':
      return describeDay(String(value))
    case 'dateTime':
      return `${describeDay(String(value))}, ${String(value).slice(11)}`
    default:
      return String(value)
  }
}
