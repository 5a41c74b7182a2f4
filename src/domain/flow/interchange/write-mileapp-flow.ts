import type { Component } from '#domain/components/component-registry.ts'
import type { IdOf } from '#domain/components/mileapp-mapping.ts'
import { getMileappMapping } from '#domain/components/mileapp-registry.ts'
import { describeCondition } from '../describe-condition.ts'
import { finishTarget } from '../finish-target.ts'
import { currentSchemaVersion, type FlowDocument, type Page } from '../flow-schema.ts'
import { type FlowState, toFlowState } from '../flow-state.ts'
import { labelSetting } from '../setting-labels.ts'
import { carriedKey, listMissing } from './carried-settings.ts'
import type { InterchangeNote } from './interchange-note.ts'
import type { JsonObject } from './json-object.ts'
import { initialPageTitle, readMileappFlow } from './read-mileapp-flow.ts'
import { writeMileappComponent } from './write-mileapp-component.ts'

/** A flow in MileApp's format, and what that format does not say. */
export interface WrittenFlow {
  flow: JsonObject
  notes: InterchangeNote[]
}

/** Each part's id in the file: the one that it came with, unless another part has that. */
const toFileIds = <Part extends { foreign: JsonObject }>(
  parts: readonly Part[],
  ownId: (part: Part, index: number) => string,
): string[] => {
  const own = parts.map(ownId)
  const isOwn = new Set(own.filter((_, index) => parts[index]?.foreign.id === undefined))
  const taken = new Set<string>()
  return parts.map((part, index) => {
    const { id: original } = part.foreign
    const stem = own[index] ?? ''
    let id = typeof original === 'string' && !isOwn.has(original) ? original : stem
    if (taken.has(id)) id = stem
    for (let number = 2; taken.has(id); number += 1) id = `${stem}${number}`
    taken.add(id)
    return id
  })
}

const writePage = (page: Page, id: string, idOf: IdOf): JsonObject => ({
  ...page.foreign,
  id,
  ...(page.title !== initialPageTitle || page.kind === 'mobile' ? { title: page.title } : {}),
  components: page.components.map((component) => writeMileappComponent(component, idOf)),
})

const write = ({ settings, pages }: FlowDocument) => {
  const components = pages.flatMap((page) => page.components)
  const componentIds = toFileIds(components, ({ id }) => id)
  const fileIds = new Map(components.map(({ id }, index) => [id, componentIds[index] ?? id]))
  const idOf: IdOf = (id) => fileIds.get(id) ?? id
  const pageIds = toFileIds(pages, (_, index) => `page${index}`)
  const flow: JsonObject = {
    ...settings.foreign,
    name: settings.name,
    pages: pages.map((page, index) => writePage(page, pageIds[index] ?? '', idOf)),
  }
  const ids = Object.fromEntries(
    [...fileIds].flatMap(([own, file]) => (own === file ? [] : [[file, own]])),
  )
  return { flow, idOf, pageIds, ids }
}

const noteWays = (state: FlowState, { next, title }: Page, path: string): InterchangeNote[] =>
  next.map(({ to, when }, index): InterchangeNote => {
    const target = to === finishTarget ? 'the finish' : (state.pagesById[to]?.title ?? to)
    const condition = when === null ? '' : ` when ${describeCondition(when, state)}`
    const message = `The way to ${target}${condition}: MileApp goes from page to page in order.`
    return { kind: 'left', path: `${path}.next.${index}`, title, message }
  })

const noteComponent = (
  { type, title }: Component,
  missing: object,
  path: string,
): InterchangeNote[] => {
  const { ownNames = [] } = getMileappMapping(type)
  const names = Object.keys(missing).filter(
    (name) => name !== 'foreign' && !ownNames.some((own) => own === name),
  )
  if (names.length === 0) return []
  const message = `MileApp has no place for: ${names.map(labelSetting).join(', ')}.`
  return [{ kind: 'left', path, title, message }]
}

/**
 * Writes a flow as MileApp does. What MileApp can't say is noted, and carried along under one key of
 * its own, so that the file can come back without loss.
 */
export const writeMileappFlow = (document: FlowDocument): WrittenFlow => {
  const { flow, idOf, pageIds, ids } = write(document)
  const notes: InterchangeNote[] = []
  const reread = readMileappFlow({ ...flow, [carriedKey]: { ids } })
  if (!reread.ok) throw new Error(`cannot read what was written: ${reread.error[0]?.message}`)
  const { pages: rereadPages, settings } = reread.value.document
  const missingOfFlow = listMissing(document.settings, settings)
  for (const name of Object.keys(missingOfFlow)) {
    const message = `MileApp has no place for the ${labelSetting(name).toLowerCase()}.`
    notes.push({ kind: 'left', path: `settings.${name}`, title: null, message })
  }
  const state = toFlowState(document)
  const pages: Record<string, JsonObject> = {}
  const components: Record<string, JsonObject> = {}
  for (const [index, page] of document.pages.entries()) {
    const other = rereadPages[index]
    const path = `pages.${index}`
    const { id, position, next } = page
    const missingOfPage = other ? listMissing({ id, position, next }, other) : {}
    if (Object.keys(missingOfPage).length > 0) pages[pageIds[index] ?? id] = missingOfPage
    notes.push(...noteWays(state, page, path))
    for (const [place, component] of page.components.entries()) {
      const missing = listMissing(component, other?.components[place] ?? component)
      if (Object.keys(missing).length > 0) components[idOf(component.id)] = missing
      notes.push(...noteComponent(component, missing, `${path}.components.${place}`))
    }
  }
  const carried = {
    schemaVersion: currentSchemaVersion,
    ...withEntries('settings', missingOfFlow),
    ...withEntries('pages', pages),
    ...withEntries('components', components),
    ...withEntries('ids', ids),
    ...(notes.length > 0 && { notCarriedOver: notes.map(toLine) }),
  }
  return { flow: { ...flow, [carriedKey]: carried }, notes }
}

const toLine = ({ path, title, message }: InterchangeNote) => ({ path, title, message })

const withEntries = (key: string, record: object) =>
  Object.keys(record).length > 0 ? { [key]: record } : {}
