import { expect, test } from 'vitest'
import { formatCredits, formatSignedCredits } from './format-credits.ts'

test.each([
  ['2.000000', '2.00'],
  ['11.968000', '11.968'],
  ['0.000001', '0.000001'],
  ['1000.000000', '1,000.00'],
  ['1234567.500000', '1,234,567.50'],
  ['-2.000000', '−2.00'],
  ['9007199254740993.000001', '9,007,199,254,740,993.000001'],
])('%s reads %s, exact beyond floating point', (amount, text) => {
  expect(formatCredits(amount)).toBe(text)
})

test('in a column every amount has at least the places that are asked for', () => {
  expect(formatCredits('2.000000', 4)).toBe('2.0000')
  expect(formatCredits('0.000001', 4)).toBe('0.000001')
})

test('a ledger entry shows its sign, but zero has none', () => {
  expect(formatSignedCredits('5.000000')).toBe('+5.00')
  expect(formatSignedCredits('-5.000000')).toBe('−5.00')
  expect(formatSignedCredits('0.000000')).toBe('0.00')
})
