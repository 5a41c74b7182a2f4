import { expect, test } from 'vitest'
import { z } from 'zod'
import { toPlainMessage } from './to-plain-message.ts'

const refuse = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: toPlainMessage }).error?.issues[0]?.message

test('limits are said in plain words', () => {
  expect(refuse(z.string().min(1), '')).toBe('Must not be empty.')
  expect(refuse(z.string().min(4), 'abc')).toBe('Needs at least 4 characters.')
  expect(refuse(z.string().max(3), 'abcd')).toBe('Takes at most 3 characters.')
  expect(refuse(z.array(z.number()).max(2), [1, 2, 3])).toBe('Takes at most 2 entries.')
  expect(refuse(z.int().min(2), 1)).toBe('Must be at least 2.')
  expect(refuse(z.number().max(2), 3)).toBe('Must be at most 2.')
})

test('words of the schema go first', () => {
  expect(refuse(z.string().min(1, 'needs a name'), '')).toBe('needs a name')
})
