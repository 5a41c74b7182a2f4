import type { z } from 'zod'

/** What a limit is about, by what has one. */
const countables: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' }

/**
 * What people read where a value is refused and its schema has no words of its own for that; nothing
 * where zod's are good enough.
 */
export const toPlainMessage = (issue: z.core.$ZodRawIssue): string | undefined => {
  const { code, origin } = issue
  const things = countables[String(origin)]
  if (code === 'too_small') {
    if (things === undefined) return `Must be at least ${issue.minimum}.`
    return issue.minimum === 1 ? 'Must not be empty.' : `Needs at least ${issue.minimum} ${things}.`
  }
  if (code === 'too_big') {
    return things === undefined
      ? `Must be at most ${issue.maximum}.`
      : `Takes at most ${issue.maximum} ${things}.`
  }
  return undefined
}

/** A message as a sentence: those of our schemas go on from what they are about ("must be camelCase"). */
export const toSentence = (message: string): string => {
  const whole = /^[a-z]/.test(message) ? `It ${message}` : message
  return /[.!?]$/.test(whole) ? whole : `${whole}.`
}
