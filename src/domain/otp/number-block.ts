/** The last digits of a number that its block leaves open. */
const openDigits = 4

/**
 * Without its last four digits, a number is one of a block that one party may own. Nothing for an
 * email address.
 */
export const toPrefix = (recipient: string): string | undefined =>
  recipient.startsWith('+') ? recipient.slice(0, -openDigits) : undefined

/** A block as people see it: `+6281234567••••`. */
export const maskBlock = (prefix: string): string => prefix + '•'.repeat(openDigits)
