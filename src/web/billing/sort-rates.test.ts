import { expect, test } from 'vitest'
import type { CountryRate } from '#contract/rate-contract.ts'
import { matchesCountry, sortRates } from './sort-rates.ts'

const aRate = (country: string, changes: Partial<CountryRate> = {}): CountryRate => ({
  country,
  countryName: country,
  callingCode: '+1',
  whatsapp: '1.000000',
  sms: '1.000000',
  allowed: false,
  isHome: false,
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

test('a country is found by its name without accents, its code and its calling code', () => {
  const rate = aRate('CI', { countryName: 'Côte d’Ivoire', callingCode: '+225' })
  for (const search of ['cote', 'CI', '225', '+22', ' ivoire ', '']) {
    expect(matchesCountry(rate, search), search).toBe(true)
  }
  for (const search of ['25', 'ivory', 'XX']) {
    expect(matchesCountry(rate, search), search).toBe(false)
  }
})
