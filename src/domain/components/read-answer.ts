/** An object as it may have come from anywhere: its keys can be looked at, nothing else is known. */
export const readRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined

/** A text of 1 to `longest` characters, trimmed, without the NUL that PostgreSQL cannot store. */
export const readText = (value: unknown, longest: number): string | undefined => {
  if (typeof value !== 'string' || value.includes('\u0000')) return undefined
  const text = value.trim()
  return text !== '' && text.length <= longest ? text : undefined
}

/** A whole number within bounds, both of them allowed. */
export const readInteger = (value: unknown, least: number, most: number): number | undefined =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most
    ? Number(value)
    : undefined

/** An id that the app made. */
export const readId = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value) ? value : undefined

/** A point in time as programs write it: ISO 8601 in UTC, so that texts compare like times. */
export const readInstant = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
    ? value
    : undefined

/** Every item of an array as `read` accepts it; nothing when one is not accepted. */
export const readAll = <Item>(
  value: unknown,
  most: number,
  read: (item: unknown) => Item | undefined,
): Item[] | undefined => {
  if (!Array.isArray(value) || value.length > most) return undefined
  const items = value.map(read)
  return items.includes(undefined) ? undefined : (items as Item[])
}
