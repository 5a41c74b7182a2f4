import {
  type Component,
  componentSchema,
  getComponentType,
} from '#domain/components/component-registry.ts'
import { mapForeignReferences } from './foreign-references.ts'

type Json = Component | string | number | boolean | null | undefined | readonly Json[] | object

/** An id that no component has: what takes it over was a reference. */
const probe = 'referenceThatNobodyHas'

const listTexts = (value: Json): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...listTexts(inner as Json)])
}

/** The same component with its references to one id, kept foreign ones too, pointing to another. */
export const renameReference = (component: Component, from: string, to: string): Component => {
  const renamed = getComponentType(component.type).renameReference(component, from, to)
  const foreign = mapForeignReferences(component.foreign, (id) => (id === from ? to : id))
  return foreign === component.foreign ? renamed : { ...renamed, foreign }
}

/** Whether a component refers to another one, as its Component Type sees it. */
export const refersTo = (component: Component, id: string): boolean =>
  renameReference(component, id, probe) !== component

/** The ids of the components that a component refers to, in the order of its settings. */
export const listReferences = (component: Component): string[] => {
  const { id: _own, ...settings } = component
  const words = listTexts(settings).flatMap((text) => text.match(/[a-z][a-zA-Z0-9]*/g) ?? [])
  return [...new Set(words)].filter((word) => refersTo(component, word))
}

/** Points references elsewhere, all at once: one may take over the id that another one leaves. */
export const renameReferences = (
  component: Component,
  idByOldId: ReadonlyMap<string, string>,
): Component => {
  const renames = [...idByOldId].filter(([from, to]) => from !== to)
  const parked = renames.reduce<Component>(
    (current, [from], index) => renameReference(current, from, `${probe}${index}`),
    component,
  )
  return renames.reduce<Component>(
    (current, [, to], index) => renameReference(current, `${probe}${index}`, to),
    parked,
  )
}

const holdsProbe = (value: Json) => typeof value === 'string' && value.includes(probe)

/** Takes the probe out of lists; an entry whose list is empty then goes too: it has lost its sense. */
const withoutProbe = (value: Json, empty: null | ''): Json => {
  if (holdsProbe(value)) return empty
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value
      .filter((entry) => !holdsProbe(entry))
      .flatMap((entry) => {
        const cleared = withoutProbe(entry, empty)
        return lostList(entry, cleared) ? [] : [cleared]
      })
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !holdsProbe(key))
      .map(([key, inner]) => [key, withoutProbe(inner, empty)]),
  )
}

const lostList = (before: Json, after: Json): boolean =>
  typeof before === 'object' &&
  before !== null &&
  Object.entries(before).some(([key, inner]) => {
    const now = (after as Record<string, unknown>)[key]
    return Array.isArray(inner) && Array.isArray(now) && inner.length > 0 && now.length === 0
  })

/**
 * The component without its references to an id: the setting is null or empty then, and an entry of a
 * list that makes no sense without it is gone.
 */
export const clearReference = (component: Component, id: string): Component => {
  const probed = renameReference(component, id, probe)
  if (probed === component) return component
  for (const empty of [null, ''] as const) {
    const cleared = componentSchema.safeParse(withoutProbe(probed, empty))
    if (cleared.success) return cleared.data
  }
  return component
}
