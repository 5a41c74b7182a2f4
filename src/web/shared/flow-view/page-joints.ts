import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowState, PageState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { pageSpacing } from '#domain/flow/page-spacing.ts'

/** From the top of a page to the line that pages are joined at. */
export const handleTop = pageSize.header / 2

/** The dots that ways are drawn from and to. */
export const handleSizes = { page: 10, finish: 6 } as const

/** The finish as it is drawn on the canvas. */
export const finishSize = { width: 104, height: 36 }

type Position = PageState['position']

/** The pages of a flow, in order. */
export type Pages = Pick<FlowState, 'pagesById' | 'pageOrder'>

const isAt = (y: number, page: PageState): boolean =>
  page.position.y < y + finishSize.height &&
  page.position.y + pageHeight(page.componentOrder.length) > y

/** Where the finish stands: to the right of the last page, and of others that are in its way. */
export const findFinishPosition = ({ pagesById, pageOrder }: Pages): Position => {
  const last = pagesById[pageOrder.at(-1) ?? '']?.position ?? { x: 0, y: 0 }
  const y = last.y + handleTop - finishSize.height / 2
  const inLine = pageOrder
    .flatMap((id) => pagesById[id] ?? [])
    .filter((page) => isAt(y, page))
    .map(({ position }) => position.x)
    .toSorted((one, other) => one - other)
  let x = last.x + pageSpacing
  for (const left of inLine) {
    const covers = left < x + finishSize.width && left + pageSize.width > x
    if (covers) x = left + pageSpacing
  }
  return { x, y }
}

/** Where the ways from a page begin. */
export const findExit = ({ position }: PageState): Position => ({
  x: position.x + pageSize.width,
  y: position.y + handleTop,
})

/** Where the ways to a page, or to the finish, end; nothing when it was deleted. */
export const findEntry = (pages: Pages, target: string): Position | undefined => {
  if (target === finishTarget) {
    const { x, y } = findFinishPosition(pages)
    return { x, y: y + finishSize.height / 2 }
  }
  const position = pages.pagesById[target]?.position
  return position && { x: position.x, y: position.y + handleTop }
}
