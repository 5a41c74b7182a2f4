import { expect, test } from 'vitest'
import { z } from 'zod'
import { toPlainMessage, toSentence } from './to-plain-message.ts'

const say = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: toPlainMessage }).error?.issues[0]?.message

test('limits are said in words that people use', () => {
  expect(say(z.string().min(1), '')).toBe('Must not be empty.')
  expect(say(z.string().min(3), 'a')).toBe('Needs at least 3 characters.')
  expect(say(z.string().max(2), 'abc')).toBe('Takes at most 2 characters.')
  expect(say(z.array(z.string()).max(1), ['a', 'b'])).toBe('Takes at most 1 entry.')
  expect(say(z.int(), null)).toBe('Must not be empty.')
  expect(say(z.int().min(4), 3)).toBe('Must be at least 4.')
  expect(say(z.int().max(8), 9)).toBe('Must be at most 8.')
})

test('a message that goes on from what it is about becomes a sentence', () => {
  expect(toSentence('must not contain the NUL character')).toBe(
    'It must not contain the NUL character.',
  )
  expect(toSentence('Must not be empty.')).toBe('Must not be empty.')
})
