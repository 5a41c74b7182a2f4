import { type Builder, flowOf } from '../builder.ts'
import { primaryComponentId, primaryPageId } from '../state/selection.ts'
import { attempt } from './edit-commands.ts'

/** Whether the keyboard is in the outline: then that is where a title is edited. */
const isInOutline = (): boolean =>
  typeof document !== 'undefined' && document.activeElement?.closest('[data-outline]') != null

/** Begins to edit the title of what is selected, where it stands; without a selection the flow's name. */
export const startRenaming = (builder: Builder): void => {
  const { selection } = builder.session.getState()
  const id = primaryComponentId(selection) ?? primaryPageId(selection)
  const place = isInOutline() ? 'outline' : 'canvas'
  const pageId = flowOf(builder).pageIdByComponentId[id ?? ''] ?? id
  if (place === 'canvas' && pageId !== undefined) builder.canvas?.reveal(pageId)
  builder.session.setState({ renaming: id === undefined ? { place: 'header' } : { id, place } })
}

/** Gives a component or a page another title; an empty one leaves it as it is. */
export const rename = (builder: Builder, id: string, wanted: string): void => {
  const flow = flowOf(builder)
  const title = wanted.trim()
  const old = flow.componentsById[id]?.title ?? flow.pagesById[id]?.title
  if (title === '' || title === old || old === undefined) return
  attempt(
    builder,
    flow.pagesById[id]
      ? { type: 'page.update', pageId: id, changes: { title } }
      : { type: 'component.update', componentId: id, changes: { title } },
  )
}
