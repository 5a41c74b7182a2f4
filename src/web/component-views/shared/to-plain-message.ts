import type { z } from 'zod'

/** What a limit is about, by what has one. */
const countables: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}

/**
 * What people read where a value is refused and its schema has no words of its own for that; nothing
 * where zod's are good enough.
 */
export const toPlainMessage = (issue: z.core.$ZodRawIssue): string | undefined => {
  const { code, origin } = issue
  const [one, many] = countables[String(origin)] ?? []
  const counted = (count: unknown) => `${count} ${count === 1 ? one : many}`
  if (code === 'invalid_type' && (issue.input === null || issue.input === undefined)) {
    return 'Must not be empty.'
  }
  if (code === 'too_small') {
    if (one === undefined) return `Must be at least ${issue.minimum}.`
    return issue.minimum === 1 ? 'Must not be empty.' : `Needs at least ${counted(issue.minimum)}.`
  }
  if (code === 'too_big') {
    return one === undefined
      ? `Must be at most ${issue.maximum}.`
      : `Takes at most ${counted(issue.maximum)}.`
  }
  return undefined
}

/** A message as a sentence: those of our schemas go on from what they are about ("must be camelCase"). */
export const toSentence = (message: string): string => {
  const whole = /^[a-z]/.test(message) ? `It ${message}` : message
  return /[.!?]$/.test(whole) ? whole : `${whole}.`
}
