import { type Component, componentSchema } from '#domain/components/component-registry.ts'
import { commonFields } from '#domain/components/mileapp-fields.ts'
import type { IdOf, MileappField } from '#domain/components/mileapp-mapping.ts'
import { getMileappMapping } from '#domain/components/mileapp-registry.ts'
import type { Foreign } from '#domain/shared/foreign-schema.ts'
import { mapForeignReferences } from '../foreign-references.ts'
import type { JsonObject } from './json-object.ts'

/** Every field of a component's mapping, the common ones first. */
export const listFields = (type: Component['type']): readonly MileappField<Component>[] => [
  ...commonFields,
  ...getMileappMapping(type).fields,
]

/**
 * A component of a kind that has no Component Type here: a View stands in its place, and all that it
 * had is kept.
 */
const isStandIn = ({ foreign }: { foreign: Foreign }): boolean =>
  Object.hasOwn(foreign, 'component')

/** The View that stands for a component of a kind that is unknown here. */
export const createStandIn = (id: string, title: string, source: JsonObject): Component =>
  componentSchema.parse({
    type: 'view',
    id,
    title,
    required: false,
    visible: false,
    value: `A MileApp component stands here that cannot be shown yet. It is kept for export.`,
    foreign: { component: null, ...source },
  })

/** A component as MileApp writes it; what was kept for MileApp goes before our own settings. */
export const writeMileappComponent = (component: Component, idOf: IdOf): JsonObject => {
  const foreign = mapForeignReferences(component.foreign, idOf)
  const { id: original } = foreign
  // Copies have the same original id: who gets it is decided over the whole flow.
  const id = original === undefined || typeof original === 'string' ? idOf(component.id) : original
  if (isStandIn(component)) return original === undefined ? foreign : { ...foreign, id }
  const known = listFields(component.type).map((field) => field.write(component, idOf))
  return Object.assign(
    { component: getMileappMapping(component.type).component },
    ...known,
    foreign,
    { id },
  )
}
