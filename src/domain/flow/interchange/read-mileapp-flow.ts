import type { Component } from '#domain/components/component-registry.ts'
import { readText } from '#domain/components/mileapp-fields.ts'
import { fallbackLanguage } from '#domain/otp/message-language.ts'
import type { Foreign } from '#domain/shared/foreign-schema.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { cutTitle, longestTitle } from '#domain/shared/title-schema.ts'
import {
  currentSchemaVersion,
  documentLimits,
  flowSettingsSchema,
  type Page,
} from '../flow-schema.ts'
import { pageSpacing } from '../page-spacing.ts'
import type { DocumentIssue } from '../parse-document.ts'
import { assignIds } from './assign-ids.ts'
import {
  type Carried,
  carriedKey,
  readCarried,
  restoreComponent,
  restorePage,
  restoreSettings,
} from './carried-settings.ts'
import type { InterchangeNote } from './interchange-note.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import { orderPages, type SourcePage } from './order-pages.ts'
import type { ReadFlow } from './read-flow.ts'
import { readMileappComponent } from './read-mileapp-component.ts'

/** The title of the Initial Page, which MileApp does not name. */
export const initialPageTitle = 'Initial Page'

const without = (source: JsonObject, keys: readonly string[]): Foreign =>
  Object.fromEntries(Object.entries(source).filter(([key]) => !keys.includes(key)))

/** A note on the keys that are kept, but for those that say nothing. */
const noteKept = (path: string, title: string | null, foreign: Foreign): InterchangeNote[] => {
  const keys = Object.keys(foreign).filter((key) => foreign[key] !== null)
  if (keys.length === 0) return []
  return [{ kind: 'kept', path, title, message: keys.join(', ') }]
}

const toTitle = (value: unknown, instead: string) => {
  const whole = readText(value)?.trim() || instead
  return { title: cutTitle(whole).trimEnd(), isShortened: whole.length > longestTitle }
}

interface Placed {
  source: JsonObject
  path: string
}

const readComponents = (
  placed: readonly Placed[],
  carried: Carried,
  notes: InterchangeNote[],
): Component[] => {
  const { assigned, idOf } = assignIds(
    placed.map(({ source }) => source),
    carried.ids,
  )
  return placed.map(({ source, path }, index) => {
    const { id, original, reason } = assigned[index] ?? { id: '', original: null, reason: '' }
    const { title, isShortened } = toTitle(source.title, id)
    const read = readMileappComponent({ id, title }, source, idOf)
    const changes = [
      reason ?? [],
      isShortened ? `Its title is shortened to ${longestTitle} characters.` : [],
      read.changes,
    ].flat()
    for (const message of changes) notes.push({ kind: 'changed', path, title, message })
    if (read.kept.length > 0) {
      notes.push({ kind: 'kept', path, title, message: read.kept.join(', ') })
    }
    const { component } = read
    const foreign = original === undefined ? {} : { id: original }
    const whole = { ...component, foreign: { ...component.foreign, ...foreign } }
    const key = typeof source.id === 'string' ? source.id : ''
    const settings = Object.hasOwn(carried.components, key) ? carried.components[key] : undefined
    return isJsonObject(settings) ? restoreComponent(whole, settings) : whole
  })
}

const readPages = (
  pages: readonly SourcePage[],
  carried: Carried,
  notes: InterchangeNote[],
): Page[] => {
  const placed = pages.flatMap(({ components, path }) =>
    components.map((source, index) => ({ source, path: `${path}.components.${index}` })),
  )
  const queue = readComponents(placed, carried, notes)
  let next = 0
  const taken = new Set<string>()
  return pages.map(({ source, components, path }, index) => {
    const number = `page${index}`
    const ownTitle = readText(source.title)?.trim() ?? ''
    const { title, isShortened } = toTitle(
      ownTitle,
      index === 0 ? initialPageTitle : `Page ${index}`,
    )
    if (isShortened) {
      const message = `Its title is shortened to ${longestTitle} characters.`
      notes.push({ kind: 'changed', path, title, message })
    }
    const foreign = {
      ...without(source, ['id', 'title', 'components']),
      ...(source.id !== undefined && source.id !== number && { id: source.id }),
    }
    notes.push(...noteKept(path, title, foreign))
    const parsedId = idSchema.safeParse(source.id)
    const wanted = parsedId.success ? parsedId.data : number
    const own = carried.pages[typeof source.id === 'string' ? source.id : number]
    const page: Page = {
      id: taken.has(wanted) ? `${number}-${taken.size}` : wanted,
      kind: index === 0 ? 'initial' : 'mobile',
      title: title.trim(),
      position: { x: index * pageSpacing, y: 0 },
      components: queue.slice(next, next + components.length),
      next: [],
      foreign,
    }
    next += components.length
    return restorePage(page, isJsonObject(own) ? own : {}, taken)
  })
}

const findExcess = (pages: readonly SourcePage[]): DocumentIssue | undefined => {
  const count = pages.reduce((sum, { components }) => sum + components.length, 0)
  if (pages.length > documentLimits.pages) {
    return { path: 'pages', message: `${pages.length} pages; at most ${documentLimits.pages}.` }
  }
  if (count <= documentLimits.components) return undefined
  return { path: 'pages', message: `${count} components; at most ${documentLimits.components}.` }
}

const readName = (source: JsonObject, notes: InterchangeNote[]): string => {
  const text = readText(source.name)?.trim() ?? ''
  const short = cutTitle(text === '' ? 'Imported flow' : text).trim()
  const isAllowed = flowSettingsSchema.shape.name.safeParse(short).success
  const name = isAllowed ? short : `${short} flow`
  if (name !== text) {
    const reason = isAllowed ? `shortened to ${longestTitle} characters` : 'reserved here'
    const message = text === '' ? 'It has no name.' : `Its name is ${reason}.`
    notes.push({ kind: 'changed', path: 'name', title: null, message })
  }
  return name
}

/**
 * Reads a flow as MileApp writes it, from a file that `findUnsafeJson` has passed. What our components can't say is kept and noted, so that it is
 * there again on export; a file whose pages are none is refused with the place.
 */
export const readMileappFlow = (source: JsonObject): Result<ReadFlow, DocumentIssue[]> => {
  const notes: InterchangeNote[] = []
  const pages = orderPages(source.pages, notes)
  if (!pages.ok) return err([pages.error])
  const excess = findExcess(pages.value)
  if (excess !== undefined) return err([excess])
  const carried = readCarried(source)
  const foreign = without(source, ['name', 'pages', carriedKey])
  notes.push(...noteKept('', null, foreign))
  const name = readName(source, notes)
  const settings = { name, description: '', language: fallbackLanguage, foreign }
  return ok({
    // Each part is parsed as it is made, and the file as a whole holds nothing unsafe by now.
    document: {
      schemaVersion: currentSchemaVersion,
      settings: restoreSettings(settings, carried.settings),
      pages: readPages(pages.value, carried, notes),
    },
    notes,
  })
}
