import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { Page } from '#domain/flow/flow-schema.ts'
import { getComponent } from '#domain/flow/flow-state.ts'
import type { SimpleOperation } from '#domain/flow/operation-schema.ts'
import { pageSize } from '#domain/flow/page-extent.ts'
import { attempt, createFromPreset } from '../actions/edit-commands.ts'
import { selectComponent } from '../actions/select-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import type { DragItem } from './drag-store.ts'
import { aNewPage } from './way-commands.ts'

const toOperation = (builder: Builder, item: DragItem, page: Page): SimpleOperation | undefined => {
  const place = { pageId: page.id, index: 0 }
  if (item.kind === 'component') {
    return { type: 'component.move', componentId: item.componentId, ...place }
  }
  const index = flowOf(builder).pageOrder.length
  const withPage = applyOperation(flowOf(builder), { type: 'page.add', page, index })
  if (!withPage.ok) return undefined
  const component = createFromPreset(withPage.value, item.typeName, item.preset, place)
  return { type: 'component.add', ...place, component }
}

/**
 * Adds a page where something was dropped on the empty canvas, with it on the page, as one step. The
 * point is in canvas units.
 */
export const dropOnCanvas = (
  builder: Builder,
  item: DragItem,
  point: { x: number; y: number },
): void => {
  const page = aNewPage(builder, {
    x: point.x - pageSize.width / 2,
    y: point.y - pageSize.header - pageSize.row / 2,
  })
  const put = toOperation(builder, item, page)
  if (put === undefined) return
  const index = flowOf(builder).pageOrder.length
  const label = `Added ${page.title}`
  const operations: SimpleOperation[] = [{ type: 'page.add', page, index }, put]
  if (!attempt(builder, { type: 'batch', label, operations })) return
  const id = put.type === 'component.add' ? put.component.id : ''
  const componentId = item.kind === 'component' ? item.componentId : id
  selectComponent(builder, componentId)
  const { title } = getComponent(flowOf(builder), componentId)
  builder.notify(`Added ${page.title} with ${title}`, { undo: true })
}
