import { expect, test } from 'vitest'
import type { CountryRate } from '#contract/rate-contract.ts'
import { sortRates } from './sort-rates.ts'

const aRate = (country: string, changes: Partial<CountryRate> = {}): CountryRate => ({
  country,
  countryName: country,
  callingCode: '+1',
  region: 'Asia',
  whatsapp: '1.000000',
  sms: '1.000000',
  changes: { whatsapp: null, sms: null },
  announced: { whatsapp: null, sms: null },
  allowed: false,
  isHome: false,
  traffic: { whatsapp: 0, sms: 0 },
  ...changes,
})

const orderOf = (rates: CountryRate[]) => rates.map(({ country }) => country).join(' ')

test('the home country stays first in both directions', () => {
  const rates = [aRate('AA'), aRate('ID', { isHome: true }), aRate('ZZ')]
  expect(orderOf(sortRates(rates, { column: 'country', direction: 'ascending' }))).toBe('ID AA ZZ')
  expect(orderOf(sortRates(rates, { column: 'country', direction: 'descending' }))).toBe('ID ZZ AA')
})

test('amounts are ordered as numbers, and countries without a rate stay last', () => {
  const rates = [
    aRate('NO', { sms: null }),
    aRate('TEN', { sms: '10.000000' }),
    aRate('NINE', { sms: '9.000000' }),
  ]
  expect(orderOf(sortRates(rates, { column: 'sms', direction: 'ascending' }))).toBe('NINE TEN NO')
  expect(orderOf(sortRates(rates, { column: 'sms', direction: 'descending' }))).toBe('TEN NINE NO')
})

test('traffic is that of both channels', () => {
  const rates = [
    aRate('FEW', { traffic: { whatsapp: 3, sms: 0 } }),
    aRate('MANY', { traffic: { whatsapp: 2, sms: 2 } }),
  ]
  expect(orderOf(sortRates(rates, { column: 'sent', direction: 'descending' }))).toBe('MANY FEW')
})
