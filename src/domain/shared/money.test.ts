import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMinor, parseMinor, toDecimal } from './money.ts'

test.each<[number, string, string]>([
  [1_500_000, 'IDR', 'IDR 15,000'],
  [1_250, 'USD', 'USD 12.50'],
  [5, 'USD', 'USD 0.05'],
  [1_500, 'JPY', 'JPY 1,500'],
  [1_234_567, 'KWD', 'KWD 1,234.567'],
  [-300, 'USD', '−USD 3'],
])('%i minor units of %s read "%s"', (minor, currency, text) => {
  expect(formatMinor(minor, currency)).toBe(text)
})

test.each<[string, string, number | undefined]>([
  ['15000', 'IDR', 1_500_000],
  [' 12.5 ', 'USD', 1_250],
  ['12.', 'USD', 1_200],
  ['12.345', 'USD', undefined],
  ['12.3400', 'USD', 1_234],
  ['12.5', 'JPY', undefined],
  ['-1', 'USD', undefined],
  ['1e3', 'USD', undefined],
  ['', 'USD', undefined],
])('"%s" %s is %s', (text, currency, minor) => {
  expect(parseMinor(text, currency)).toBe(minor)
})

test('what is written is read as the same amount', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('IDR', 'JPY', 'KWD'), (minor, currency) => {
      expect(parseMinor(toDecimal(minor, currency), currency)).toBe(minor)
    }),
  )
})
