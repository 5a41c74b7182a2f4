import { type Component, componentSchema } from '#domain/components/component-registry.ts'
import { isSameJson } from '#domain/shared/is-same-json.ts'
import { type FlowDocument, flowSettingsSchema, type Page, pageSchema } from '../flow-schema.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import { writeMileappComponent } from './write-mileapp-component.ts'

/**
 * The key under which an exported MileApp flow carries what MileApp can't say, so that nothing is
 * lost when the file comes back. What the file says otherwise goes before it.
 */
export const carriedKey = 'sandi'

/** The parts of a flow by the ids that they have in the file. */
export interface Carried {
  settings: JsonObject
  pages: JsonObject
  components: JsonObject
  /** Our ids of components that have another one in the file. */
  ids: JsonObject
}

const objectAt = (source: unknown, key: string): JsonObject => {
  const value = isJsonObject(source) && Object.hasOwn(source, key) ? source[key] : undefined
  return isJsonObject(value) ? value : {}
}

/** What a file carries; nothing where it was not written here. */
export const readCarried = (flow: JsonObject): Carried => {
  const carried = objectAt(flow, carriedKey)
  return {
    settings: objectAt(carried, 'settings'),
    pages: objectAt(carried, 'pages'),
    components: objectAt(carried, 'components'),
    ids: objectAt(carried, 'ids'),
  }
}

const itself = (id: string) => id

const tryComponent = (component: Component, settings: JsonObject): Component | undefined => {
  const { id, type } = component
  const parsed = componentSchema.safeParse({ ...component, ...settings, id, type })
  const isSaid =
    parsed.success &&
    isSameJson(writeMileappComponent(parsed.data, itself), writeMileappComponent(component, itself))
  return isSaid ? parsed.data : undefined
}

/** Gives a component what was carried along, as far as the file says nothing else. */
export const restoreComponent = (component: Component, settings: JsonObject): Component => {
  if (Object.keys(settings).length === 0) return component
  const whole = tryComponent(component, settings)
  if (whole !== undefined) return whole
  return Object.entries(settings).reduce(
    (current, [name, value]) => tryComponent(current, { [name]: value }) ?? current,
    component,
  )
}

/** Gives a page its place and its ways back; the id only when no other page has it. */
export const restorePage = (page: Page, settings: JsonObject, taken: Set<string>): Page => {
  const { id, position, next } = pageSchema.shape
  const ownId = id.safeParse(settings.id)
  const free = ownId.success && !taken.has(ownId.data) ? ownId.data : page.id
  taken.add(free)
  const place = position.safeParse(settings.position)
  const ways = next.safeParse(settings.next)
  return {
    ...page,
    id: free,
    position: place.success && 'position' in settings ? place.data : page.position,
    next: ways.success ? ways.data : page.next,
  }
}

/** Gives a flow's settings what was carried along; its name is the file's own. */
export const restoreSettings = (
  settings: FlowDocument['settings'],
  { name: _said, ...carried }: JsonObject,
): FlowDocument['settings'] => {
  const fitting = Object.entries(carried).filter(
    ([name, value]) => flowSettingsSchema.safeParse({ ...settings, [name]: value }).success,
  )
  return flowSettingsSchema.parse({ ...settings, ...Object.fromEntries(fitting) })
}

/** The settings of one that another one has not, or has otherwise. */
export const listMissing = (whole: object, reread: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(whole).filter(
      ([name, value]) => !isSameJson(value, (reread as Record<string, unknown>)[name]),
    ),
  )
