import { expect, test } from 'vitest'
import { describeDetail } from './audit-words.ts'

test.each([
  [{ role: { from: 'Planner', to: 'Admin' } }, 'Role: Planner → Admin'],
  [{ maximumAttempts: { before: 5, after: 3 } }, 'Maximum attempts: 5 → 3'],
  [{ allowedCountries: ['ID', 'SG'], isActive: true }, 'Allowed countries: ID, SG; Is active: on'],
  [{ limits: { worker: { from: 120, to: 60 } } }, 'Limits: (Worker: 120 → 60)'],
  [{ from: null }, 'From: none'],
  [{}, ''],
])('%j reads "%s"', (detail, words) => {
  expect(describeDetail(detail)).toBe(words)
})
