import {
  type Component,
  type ComponentTypeName,
  componentSchema,
} from '#domain/components/component-registry.ts'
import type { IdOf, MileappField } from '#domain/components/mileapp-mapping.ts'
import { findTypeOfKind, getMileappMapping } from '#domain/components/mileapp-registry.ts'
import { mapForeignReferences } from '../foreign-references.ts'
import type { JsonObject } from './json-object.ts'
import { createStandIn, listFields } from './write-mileapp-component.ts'

/** A component that was read, with what could not be said as it was. */
export interface ReadComponent {
  component: Component
  /** Keys that are kept, but for those that say nothing (null). */
  kept: string[]
  changes: string[]
}

/** Keys that whoever reads the flow takes care of. */
const outerKeys: ReadonlySet<string> = new Set(['component', 'id'])

/** The fields that have a say, each with the keys that it takes. */
interface Taken {
  field: MileappField<Component>
  keys: string[]
  settings: Readonly<Record<string, unknown>>
}

/** What is being read: keys move from `left` to a field, and back when they cannot be said. */
interface Reading {
  source: JsonObject
  left: Set<string>
  /** Keys that a field could not say: they stay in `left`, and no other field is asked. */
  judged: Set<string>
  taken: Taken[]
  changes: string[]
}

const showValue = (value: unknown): string => {
  const text = JSON.stringify(value) ?? ''
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

const takeField = (reading: Reading, field: MileappField<Component>, idOf: IdOf): void => {
  const { source, left, judged } = reading
  const key = field.keys.find((name) => left.has(name) && !judged.has(name))
  if (key === undefined) return
  const { settings, lost } = field.read(source[key], source, idOf)
  const keys = [key, ...(field.together ?? []).filter((name) => left.has(name))]
  if (lost === undefined) {
    for (const name of keys) left.delete(name)
  } else {
    for (const name of keys) judged.add(name)
    reading.changes.push(`${key}: ${showValue(source[key])}. ${lost}`)
  }
  reading.taken.push({ field, keys, settings })
}

/** Gives back what the schema refuses: the setting stays at its default, the key is kept. */
const giveBack = (reading: Reading, setting: string, reason: string): boolean => {
  const refused = reading.taken.filter(({ settings }) => Object.hasOwn(settings, setting))
  reading.taken = reading.taken.filter((taken) => !refused.includes(taken))
  for (const { keys } of refused) {
    const [key = setting] = keys
    for (const name of keys) reading.left.add(name)
    reading.changes.push(`${key}: ${showValue(reading.source[key])}. It ${reason}.`)
  }
  return refused.length > 0
}

const settingsOf = ({ taken }: Reading): Record<string, unknown> =>
  Object.assign({}, ...taken.map(({ settings }) => settings))

/** Parses what was read; as often as the schema refuses settings, it tries without them. */
const parseReading = (reading: Reading, head: JsonObject): Component => {
  for (;;) {
    const parsed = componentSchema.safeParse({ ...head, ...settingsOf(reading) })
    if (parsed.success) return parsed.data
    const refused = new Map(
      parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const),
    )
    const given = [...refused].map(([setting, reason]) => giveBack(reading, setting, reason))
    if (!given.some(Boolean)) throw new Error(`cannot read a component: ${parsed.error.message}`)
  }
}

const readKnown = (
  type: ComponentTypeName,
  head: { id: string; title: string },
  source: JsonObject,
  idOf: IdOf,
): ReadComponent => {
  const left = new Set(Object.keys(source).filter((key) => !outerKeys.has(key)))
  const reading: Reading = { source, left, judged: new Set(), taken: [], changes: [] }
  // The title is settled by then: it may have had to be made, or shortened.
  left.delete('title')
  for (const field of listFields(type)) takeField(reading, field, idOf)
  const component = parseReading(reading, { type, ...head })
  const { keptSpellings = {} } = getMileappMapping(type)
  const spell = (key: string) => {
    const first = Object.hasOwn(keptSpellings, key) ? (keptSpellings[key] ?? key) : key
    return left.has(first) ? key : first
  }
  const foreign = Object.fromEntries([...left].map((key) => [spell(key), source[key]]))
  const kept = [...left].filter((key) => source[key] !== null)
  const withForeign = { ...component, foreign: mapForeignReferences(foreign, idOf) }
  return { component: withForeign, kept, changes: reading.changes }
}

/** Reads one component of MileApp's under the id and title that it gets here. */
export const readMileappComponent = (
  head: { id: string; title: string },
  source: JsonObject,
  idOf: IdOf,
): ReadComponent => {
  const type = findTypeOfKind(source.component)
  if (type !== undefined) return readKnown(type, head, source, idOf)
  const component = createStandIn(head.id, head.title, source)
  const foreign = mapForeignReferences(component.foreign, idOf)
  const kind = typeof source.component === 'string' ? `"${source.component}"` : 'without a kind'
  const message = `A component ${kind} cannot be shown here. A hidden View stands in its place.`
  return { component: { ...component, foreign }, kept: [], changes: [message] }
}
