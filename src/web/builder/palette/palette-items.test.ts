import { expect, test } from 'vitest'
import { findPaletteGroups } from './palette-items.ts'

const labels = (search: string) =>
  findPaletteGroups(search).flatMap(({ items }) => items.map(({ preset }) => preset.label))

test('without a search everything is there, by Component Type', () => {
  const groups = findPaletteGroups('')
  expect(groups.map(({ label }) => label)).toContain('OTP')
  expect(findPaletteGroups('  ')).toEqual(groups)
})

test('the very word comes first, then what begins with it', () => {
  expect(labels('email')[0]).toBe('Email')
  expect(labels('EMAIL ')[0]).toBe('Email')
  expect(labels('phone')[0]).toBe('Phone Number')
})

test('what people call an OTP finds it', () => {
  for (const word of ['mfa', 'code', 'verification']) expect(labels(word)).toContain('OTP')
})

test('every word has to fit, and what nothing fits finds nothing', () => {
  expect(labels('phone zzz')).toEqual([])
})
