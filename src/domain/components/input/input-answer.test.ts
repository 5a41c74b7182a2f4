import { describe, expect, test } from 'vitest'
import { isSafePattern } from '#domain/shared/safe-pattern.ts'
import { aComponent } from '#testing/a-flow.ts'
import type { DataType } from '../data-type.ts'
import { checkInputAnswer } from './input-answer.ts'
import type { InputComponent } from './input-schema.ts'

const parsePhone = (text: string, country: string | null) =>
  text.startsWith('+') || country === 'ID' ? { e164: '+628123456789' } : undefined

const check = (dataType: DataType, value: unknown, more: Partial<InputComponent> = {}) =>
  checkInputAnswer(aComponent('input', { id: 'field', dataType, ...more }), value, {
    parsePhone,
    findAnswer: () => null,
  })

test.each<[DataType, unknown, unknown, Partial<InputComponent>?]>([
  ['text', '  hello ', 'hello'],
  ['text', 'AB-12', 'AB-12', { pattern: '[A-Z]{2}-\\d+' }],
  ['number', '12.5', 12.5],
  ['number', 3, 3, { minimum: 3, maximum: 3 }],
  ['date', '2028-02-29', '2028-02-29'],
  ['time', '23:59', '23:59'],
  ['dateTime', '2026-11-22T08:30', '2026-11-22T08:30'],
  ['phoneNumber', '0812 345 6789', '+628123456789', { defaultCountry: 'ID' }],
  ['email', 'a.b@example.co.id', 'a.b@example.co.id'],
  ['url', 'https://example.com/x?y=1', 'https://example.com/x?y=1'],
  ['coordinate', { latitude: -6.2, longitude: 106.8 }, { latitude: -6.2, longitude: 106.8 }],
])('%s accepts %j as %j', (dataType, value, stored, more) => {
  expect(check(dataType, value, more)).toEqual({ ok: true, value: stored })
})

test.each<[DataType, unknown, Partial<InputComponent>?]>([
  ['text', 'ab', { minimumLength: 3 }],
  ['text', 'abcd', { maximumLength: 3 }],
  ['text', 'ab-12', { pattern: '[A-Z]{2}-\\d+' }],
  ['text', 'a\u0000b'],
  ['text', { latitude: 1 }],
  ['number', 'twelve'],
  ['number', 2, { minimum: 3 }],
  ['number', Number.POSITIVE_INFINITY],
  ['date', '2026-02-29'],
  ['date', '22.11.2026'],
  ['time', '24:00'],
  ['dateTime', '2026-11-22'],
  ['phoneNumber', '0812 345 6789'],
  ['email', 'a@b'],
  ['email', 'a b@example.com'],
  ['url', 'javascript:alert(1)'],
  ['coordinate', { latitude: 91, longitude: 0 }],
  ['coordinate', 'here'],
])('%s refuses %j', (dataType, value, more) => {
  expect(check(dataType, value, more)).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

test('a blank answer is refused only where one is required', () => {
  expect(check('text', '  ')).toMatchObject({ ok: false, error: { code: 'required' } })
  expect(check('text', '', { required: false })).toEqual({ ok: true, value: null })
})

describe('patterns', () => {
  test.each(['[A-Z]{2}\\d{4}', 'a|b', '(?:AB|CD)-\\d+', '\\(x\\)+'])('%s is safe', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true)
  })
  test.each(['(a+)+', '(a|a)*', '(?=x)', '(a)\\1', '[', '(x{2,})+'])('%s is not', (pattern) => {
    expect(isSafePattern(pattern)).toBe(false)
  })
})
