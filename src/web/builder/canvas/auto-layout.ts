import { listPages } from '#domain/flow/flow-state.ts'
import type { SimpleOperation } from '#domain/flow/operation-schema.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { listWays } from '#domain/flow/ways.ts'
import { attempt } from '../actions/edit-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import type { LayoutInput, Places } from './layout-pages.ts'

const askWorker = (arrangeable: LayoutInput): Promise<Places> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    const settle = (settled: () => void) => {
      worker.terminate()
      settled()
    }
    worker.onmessage = ({ data }: MessageEvent<Places>) => settle(() => resolve(data))
    worker.onerror = ({ message }) => settle(() => reject(new Error(message)))
    worker.postMessage(arrangeable)
  })

/** Arranges all pages by what comes after what, as one undo step. */
export const autoLayout = async (builder: Builder): Promise<void> => {
  const pages = listPages(flowOf(builder))
  const places = await askWorker({
    pages: pages.map((page) => ({
      id: page.id,
      width: pageSize.width,
      height: pageHeight(page.componentOrder.length),
    })),
    edges: pages.flatMap(({ id }) =>
      listWays(flowOf(builder), id).map(({ to }) => ({ source: id, target: to })),
    ),
  })
  const moves = listPages(flowOf(builder)).flatMap(({ id, position }): SimpleOperation[] => {
    const to = places[id]
    const isSame = to === undefined || (to.x === position.x && to.y === position.y)
    return isSame ? [] : [{ type: 'page.move', pageId: id, position: to }]
  })
  if (moves.length === 0) return builder.notify('The pages are arranged already')
  if (!attempt(builder, { type: 'batch', label: 'Arranged the pages', operations: moves })) return
  // The canvas has the new places after the next paint.
  requestAnimationFrame(() => builder.canvas?.fitView())
  builder.notify('Arranged the pages', { undo: true })
}
