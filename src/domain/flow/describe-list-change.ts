import { shorten } from './shorten.ts'

/** Something that a list holds, as far as it can be told apart and named. */
interface Entry {
  key: string
  label: string
  content: string
  index: number
}

const toEntry = (value: unknown, index: number): Entry[] => {
  if (typeof value === 'string') return [{ key: value, label: value, content: '', index }]
  if (typeof value !== 'object' || value === null) return []
  const { id, label, name } = value as Record<string, unknown>
  const called = label ?? name
  if (typeof called !== 'string') return []
  const key = typeof id === 'string' ? id : called
  return [{ key, label: called, content: JSON.stringify({ ...value, label: '' }), index }]
}

/** What a record holds, under the names that it has there. */
const toEntries = (record: object): ReadonlyMap<string, Entry> =>
  new Map(
    Object.entries(record).map(([key, value], index) => [
      key,
      { key, label: key, content: JSON.stringify(value), index },
    ]),
  )

/** The entries by their keys; nothing when not every one has a key of its own. */
const readList = (value: unknown): ReadonlyMap<string, Entry> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return toEntries(value)
  const byKey = new Map(value.flatMap(toEntry).map((entry) => [entry.key, entry]))
  return byKey.size === value.length ? byKey : undefined
}

const most = 3

const enumerate = (verb: string, words: readonly string[]): string[] => {
  if (words.length === 0) return []
  const rest = words.length - most
  const named = words.slice(0, most).join(', ')
  return [`${verb} ${named}${rest > 0 ? ` and ${rest} more` : ''}`]
}

const quote = ({ label }: Entry) => `"${shorten(label)}"`

const isSameOrder = (one: readonly Entry[], other: readonly Entry[]) =>
  one.every(({ key }, index) => other[index]?.key === key)

/**
 * What is different between two lists or records of a setting, for example `added "Fragile", removed
 * "Large"`. Nothing when they are neither, or hold what has no name.
 */
export const describeListChange = (before: unknown, after: unknown): string | undefined => {
  const old = readList(before)
  const fresh = readList(after)
  if (old === undefined || fresh === undefined) return undefined
  const gone = [...old.values()].filter(({ key }) => !fresh.has(key))
  const added = [...fresh.values()].filter(({ key }) => !old.has(key))
  // What has no id but its name is renamed when another one stands in its place.
  const isReplaced =
    Array.isArray(after) &&
    old.size === fresh.size &&
    gone.every(({ index }, at) => added[at]?.index === index)
  const pairs = isReplaced
    ? gone.map((entry, at): [Entry, Entry | undefined] => [entry, added[at]])
    : []
  const kept = [...fresh.values()].flatMap((entry): [Entry, Entry][] => {
    const earlier = old.get(entry.key)
    return earlier === undefined ? [] : [[earlier, entry]]
  })
  const renamed = [...pairs, ...kept.filter(([one, other]) => one.label !== other.label)]
  const changed = kept.filter(([one, other]) => one.content !== other.content)
  const keptBefore = [...old.values()].filter(({ key }) => fresh.has(key))
  return [
    ...enumerate('added', isReplaced ? [] : added.map(quote)),
    ...enumerate('removed', isReplaced ? [] : gone.map(quote)),
    ...enumerate(
      'renamed',
      renamed.map(([one, other]) => `${quote(one)} → ${other && quote(other)}`),
    ),
    ...enumerate(
      'changed',
      changed.map(([, other]) => quote(other)),
    ),
    ...(isSameOrder(
      keptBefore,
      kept.map(([, entry]) => entry),
    )
      ? []
      : ['in another order']),
  ].join(', ')
}
