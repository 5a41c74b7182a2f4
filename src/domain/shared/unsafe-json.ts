/** What is wrong with a JSON value, and where: `pages.1.title`; empty for the value itself. */
export interface UnsafeJson {
  path: string
  message: string
}

/** Deeper than any flow, with whatever wraps it. */
const deepest = 64

const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const judgeLeaf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return judgeText(value)
  if (typeof value === 'number' && !Number.isFinite(value)) return 'is too large for a number'
  return undefined
}

const judge = (value: unknown, depth: number): string | undefined =>
  judgeLeaf(value) ?? (depth > deepest ? `is nested more than ${deepest} levels deep` : undefined)

const judgeText = (text: string): string | undefined => {
  if (text.includes('\u0000')) return 'must not contain the NUL character'
  return text.isWellFormed() ? undefined : 'contains half of a character (a lone surrogate)'
}

const judgeKey = (key: string): string | undefined =>
  reservedKeys.has(key) ? 'is a name that programs reserve' : judgeText(key)

/** What stands in line to be looked at, with the way back to the root. */
interface Place {
  value: unknown
  depth: number
  key: string
  parent: Place | undefined
}

const pathOf = (place: Place | undefined): string[] =>
  place?.parent === undefined ? [] : [...pathOf(place.parent), place.key]

const report = (place: Place, message: string): UnsafeJson => ({
  path: pathOf(place).join('.'),
  message,
})

/**
 * Finds what no JSON from outside may hold, whatever it means: nesting without end, keys that reach
 * into every object, numbers and texts that cannot be stored. Walks without recursion, so that no
 * nesting can overflow the stack.
 */
export const findUnsafeJson = (root: unknown): UnsafeJson | undefined => {
  const stack: Place[] = [{ value: root, depth: 0, key: '', parent: undefined }]
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const { value, depth } = place
    const message = judge(value, depth)
    if (message !== undefined) return report(place, message)
    if (typeof value !== 'object' || value === null) continue
    const isArray = Array.isArray(value)
    for (const key of Object.keys(value)) {
      const inner = (value as Record<string, unknown>)[key]
      const objection = (isArray ? undefined : judgeKey(key)) ?? judgeLeaf(inner)
      // Most of a file is leaves: only what holds others has to wait.
      const isLeaf = typeof inner !== 'object' || inner === null
      if (objection === undefined && isLeaf) continue
      const entry: Place = { value: inner, depth: depth + 1, key, parent: place }
      if (objection !== undefined) return report(entry, objection)
      stack.push(entry)
    }
  }
  return undefined
}
