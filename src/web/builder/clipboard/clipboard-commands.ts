import { type Clipboard, readClipboard } from '#domain/flow/clipboard-schema.ts'
import { copyComponents, copyPages } from '#domain/flow/copy-parts.ts'
import type { Page } from '#domain/flow/flow-schema.ts'
import { getPage } from '#domain/flow/flow-state.ts'
import { type Pasted, pasteComponents, pastePages } from '#domain/flow/paste-parts.ts'
import type { Result } from '#domain/shared/result.ts'
import { attempt, findPlaceForNew, type Place } from '../actions/edit-commands.ts'
import { findCurrentPageId } from '../actions/page-commands.ts'
import { takeOutSelected } from '../actions/remove-commands.ts'
import { selectComponents, selectPages } from '../actions/select-commands.ts'
import { counted, findSelectedParts } from '../actions/selected-parts.ts'
import { type Builder, flowOf } from '../builder.ts'

const findSelected = (builder: Builder): Clipboard | undefined => {
  const { flow, componentIds, pageIds } = findSelectedParts(builder)
  return pageIds.length > 0 ? copyPages(flow, pageIds) : copyComponents(flow, componentIds)
}

const countParts = (parts: Clipboard): string =>
  parts.kind === 'pages'
    ? counted(parts.pages.length, 'page')
    : counted(parts.components.length, 'component')

/** What is selected as the text that goes onto the clipboard; nothing when nothing is. */
export const copySelected = (builder: Builder): string | undefined => {
  const parts = findSelected(builder)
  if (parts === undefined) return undefined
  builder.notify(`Copied ${countParts(parts)}`, { topic: 'clipboard' })
  return JSON.stringify(parts)
}

/** As `copySelected`, and takes it out of the flow. */
export const cutSelected = (builder: Builder): string | undefined => {
  const parts = findSelected(builder)
  if (parts === undefined || takeOutSelected(builder) === undefined) return undefined
  builder.notify(`Cut ${countParts(parts)}`, { undo: true, topic: 'clipboard' })
  return JSON.stringify(parts)
}

/** Adds what was pasted in one step, selects it, and names the references that were not found. */
const addPasted = (
  builder: Builder,
  pasted: Result<Pasted, string>,
  { kind }: Clipboard,
  said: string,
): void => {
  if (!pasted.ok) {
    builder.notify(pasted.error, { tone: 'error' })
    return
  }
  const { operation, ids, unbound } = pasted.value
  if (!attempt(builder, operation)) return
  const [first = ''] = ids
  if (kind === 'pages') selectPages(builder, ids)
  else selectComponents(builder, ids)
  builder.canvas?.reveal(
    kind === 'pages' ? first : (flowOf(builder).pageIdByComponentId[first] ?? ''),
  )
  const titles = unbound.map(({ title }) => title).join(', ')
  const lost = unbound.length === 1 ? '1 reference was' : `${unbound.length} references were`
  builder.notify(said, {
    undo: true,
    topic: 'clipboard',
    ...(unbound.length > 0 && { description: `${lost} not found: ${titles}` }),
  })
}

/** After the last selected page, or after the one that holds the selection; else at the end. */
const findPageIndex = (builder: Builder): number => {
  const { pageOrder } = flowOf(builder)
  const current = findCurrentPageId(builder)
  return current === undefined ? pageOrder.length : pageOrder.indexOf(current) + 1
}

/** Pastes a text from the clipboard, which may be anything, after what is selected. */
export const pasteText = (builder: Builder, text: string, at?: Page['position']): void => {
  const read = readClipboard(text)
  if (!read.ok) {
    builder.notify(read.error, { topic: 'clipboard' })
    return
  }
  const parts = read.value
  const flow = flowOf(builder)
  const pasted =
    parts.kind === 'pages'
      ? pastePages(
          flow,
          parts,
          { index: findPageIndex(builder), ...(at && { at }) },
          builder.newId,
          'Pasted',
        )
      : pasteComponents(flow, parts, findPlaceForNew(builder), 'Pasted')
  addPasted(builder, pasted, parts, `Pasted ${countParts(parts)}`)
}

/** Right below the last of some components. */
const findPlaceBelow = (builder: Builder, componentIds: readonly string[]): Place => {
  const flow = flowOf(builder)
  const last = componentIds.at(-1) ?? ''
  const pageId = flow.pageIdByComponentId[last] ?? ''
  return { pageId, index: getPage(flow, pageId).componentOrder.indexOf(last) + 1 }
}

/** Puts a copy of what is selected after it, under ids of its own; the clipboard is left alone. */
export const duplicateSelected = (builder: Builder): void => {
  const { flow, componentIds } = findSelectedParts(builder)
  const parts = findSelected(builder)
  if (parts === undefined) return
  const pasted =
    parts.kind === 'pages'
      ? pastePages(flow, parts, { index: findPageIndex(builder) }, builder.newId, 'Duplicated')
      : pasteComponents(flow, parts, findPlaceBelow(builder, componentIds), 'Duplicated')
  addPasted(builder, pasted, parts, `Duplicated ${countParts(parts)}`)
}
