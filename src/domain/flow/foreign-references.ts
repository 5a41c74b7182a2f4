import type { Foreign } from '#domain/shared/foreign-schema.ts'

/**
 * Kept keys whose value is the bare id of a component. All others refer by `$componentId`.
 *
 * Source: MileApp's public API reference, the input component.
 */
const idKeys: ReadonlySet<string> = new Set(['geocodeAs'])

const mapReference = (key: string, value: unknown, idOf: (id: string) => string): unknown => {
  if (typeof value !== 'string') return value
  if (value.startsWith('$')) return `$${idOf(value.slice(1))}`
  return idKeys.has(key) ? idOf(value) : value
}

/** What was kept, with its references to components pointing elsewhere; the same when none does. */
export const mapForeignReferences = (foreign: Foreign, idOf: (id: string) => string): Foreign => {
  const entries = Object.entries(foreign)
  const mapped = entries.map(([key, value]) => [key, mapReference(key, value, idOf)] as const)
  return mapped.some(([, value], index) => value !== entries[index]?.[1])
    ? Object.fromEntries(mapped)
    : foreign
}
