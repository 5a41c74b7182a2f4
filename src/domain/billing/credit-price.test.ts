import { expect, test } from 'vitest'
import { currencyAtHome, formatTotal, formatValue } from './credit-price.ts'

test.each([
  [2_000_000n, 'IDR', 'IDR 400'],
  [11_968_000n, 'IDR', 'IDR 2,393.60'],
  [11_968_000n, 'USD', 'USD 0.1496'],
  [1_000_000_000n, 'USD', 'USD 12.50'],
  [-1_000_000_000n, 'IDR', '−IDR 200,000'],
  [0n, 'EUR', 'EUR 0'],
  // Half of the last place is rounded up.
  [4_000n, 'USD', 'USD 0.0001'],
  [3_999n, 'USD', 'USD 0'],
] as const)('%s millionths of credit are worth, in %s, %s', (micro, currency, text) => {
  expect(formatValue(micro, currency)).toBe(text)
})

test('who has not chosen a currency pays in that of the home country, else in dollars', () => {
  expect(['ID', 'DE', 'SG', 'BR'].map(currencyAtHome)).toEqual(['IDR', 'EUR', 'SGD', 'USD'])
})

test.each([
  [123_457_789_012_346n, 'IDR', 'IDR 24,691,557,802.47'],
  [8_925_696_000n, 'USD', 'USD 111.57'],
  [-8_925_696_000n, 'USD', '−USD 111.57'],
  [1_000_000_000n, 'IDR', 'IDR 200,000'],
] as const)(
  'a balance of %s millionths is worth, in whole minor units, %s: %s',
  (micro, currency, text) => {
    expect(formatTotal(micro, currency)).toBe(text)
  },
)
