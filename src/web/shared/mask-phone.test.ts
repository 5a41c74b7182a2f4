import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { maskPhoneNumber } from '#domain/otp/mask-recipient.ts'
import { maskPhone } from './mask-phone.ts'

test('a number shows its country, its operator and its last digits', () => {
  expect(maskPhone('+6281234567789')).toBe('+62 812-•••-•789')
})

test('every country is masked as the server masks it, which has the numbering plans', () => {
  expect(getCountries().length).toBeGreaterThan(240)
  for (const country of getCountries()) {
    const e164 = getExampleNumber(country, examples)?.number ?? ''
    const number = parsePhoneNumberFromString(e164)
    const national = number?.nationalNumber ?? ''
    expect(maskPhone(e164), country).toBe(maskPhoneNumber(getCountryCallingCode(country), national))
  }
})

test('what is no number shows nothing of itself', () => {
  expect(maskPhone('0812 3456 7890')).toBe('•••')
})
