import { isEmailAddress } from '#domain/shared/email-address.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import {
  type AnswerContext,
  type AnswerError,
  type AnswerValue,
  type Coordinate,
  isBlank,
} from '../answer.ts'
import type { DataType } from '../data-type.ts'
import { findGeolockObjection } from './geolock.ts'
import type { InputComponent } from './input-schema.ts'

type Checked = Result<AnswerValue, AnswerError>

const invalid = (message: string): Checked => err({ code: 'invalid', message })

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/
const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/

const isDate = (text: string): boolean => {
  const [, year, month, day] = (dateForm.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

const checkText = (input: InputComponent, text: string): Checked => {
  const { minimumLength, maximumLength, pattern } = input
  if (minimumLength !== null && text.length < minimumLength) {
    return invalid(`Enter at least ${minimumLength} characters.`)
  }
  if (maximumLength !== null && text.length > maximumLength) {
    return invalid(`Enter at most ${maximumLength} characters.`)
  }
  if (pattern !== '' && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) {
    return invalid('This does not have the form that is asked for.')
  }
  return ok(text)
}

const checkNumber = (input: InputComponent, value: unknown): Checked => {
  const number = typeof value === 'number' ? value : Number(value)
  if (!Number.isFinite(number)) return invalid('Enter a number.')
  if (input.minimum !== null && number < input.minimum) {
    return invalid(`Enter ${input.minimum} or more.`)
  }
  if (input.maximum !== null && number > input.maximum) {
    return invalid(`Enter ${input.maximum} or less.`)
  }
  return ok(number)
}

const checkCoordinate = (
  input: InputComponent,
  value: unknown,
  { findAnswer }: AnswerContext,
): Checked => {
  const { latitude, longitude } = value as Partial<Coordinate>
  const within = (degrees: unknown, limit: number) =>
    typeof degrees === 'number' && Math.abs(degrees) <= limit
  if (!within(latitude, 90) || !within(longitude, 180)) {
    return invalid('Enter a latitude from −90 to 90 and a longitude from −180 to 180.')
  }
  const point = { latitude, longitude } as Coordinate
  const objection = findGeolockObjection(input, point, findAnswer)
  return objection === undefined ? ok(point) : invalid(objection)
}

const checkPhone = (input: InputComponent, text: string, context: AnswerContext): Checked => {
  const number = context.parsePhone(text, input.defaultCountry)
  return number === undefined
    ? invalid(
        input.defaultCountry === null
          ? 'Enter the number with its country code, for example +62 812 3456 7890.'
          : 'This is not a phone number that can be reached.',
      )
    : ok(number.e164)
}

const isUrl = (text: string) => /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(text)

const matching =
  (accepts: (text: string) => boolean, message: string) =>
  (_input: InputComponent, text: string): Checked =>
    accepts(text) ? ok(text) : invalid(message)

type TextCheck = (input: InputComponent, text: string, context: AnswerContext) => Checked

const textChecks: Record<Exclude<DataType, 'number' | 'currency' | 'coordinate'>, TextCheck> = {
  text: checkText,
  address: checkText,
  date: matching(isDate, 'Enter a date, for example 2026-11-22.'),
  time: matching((text) => timeForm.test(text), 'Enter a time, for example 14:30.'),
  dateTime: matching((text) => {
    const [date, time, ...rest] = text.split('T')
    return isDate(date ?? '') && timeForm.test(time ?? '') && rest.length === 0
  }, 'Enter a date and a time.'),
  phoneNumber: checkPhone,
  email: matching(isEmailAddress, 'Enter an email address.'),
  url: matching(isUrl, 'Enter an address that begins with https:// or http://.'),
}

/**
 * Accepts an answer to an Input in the form in which it is stored: numbers as numbers, phone numbers
 * as E.164, dates and times as ISO 8601 without a zone, all other text trimmed.
 */
export const checkInputAnswer = (
  input: InputComponent,
  value: unknown,
  context: AnswerContext,
): Checked => {
  if (isBlank(value)) {
    return input.required ? err({ code: 'required', message: `Fill in ${input.title}.` }) : ok(null)
  }
  if (input.dataType === 'coordinate') return checkCoordinate(input, value, context)
  if (input.dataType === 'number' || input.dataType === 'currency') return checkNumber(input, value)
  if (typeof value !== 'string' || value.length > 5_000 || value.includes('\u0000')) {
    return invalid('Enter a text of at most 5,000 characters.')
  }
  return textChecks[input.dataType](input, value.trim(), context)
}
