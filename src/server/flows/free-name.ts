import { isReservedName, toNameKey } from '#domain/flow/flow-name.ts'

/**
 * A name with the lowest number that makes it free: "Pickup", "Pickup 2", "Pickup 3". At most 100
 * characters; case does not tell names apart, and reserved names are never free.
 */
export const findFreeName = (wanted: string, taken: readonly string[]): string => {
  const keys = new Set(taken.map(toNameKey))
  const stem = wanted.replace(/ \d+$/, '')
  let name = wanted
  for (let number = 2; keys.has(toNameKey(name)) || isReservedName(name); number += 1) {
    const suffix = ` ${number}`
    name = stem.slice(0, 100 - suffix.length) + suffix
  }
  return name
}
