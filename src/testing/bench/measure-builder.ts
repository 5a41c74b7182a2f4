import type { BrowserContext, Locator, Page } from '@playwright/test'
import { countRenderedPages, watchRenderedPages } from './count-rendered-pages.ts'
import { storeLargeFlow } from './large-flow.ts'
import { median, percentile } from './statistics.ts'
import { timeDragBy, timeDragOnto } from './time-drag.ts'
import { timeOpening, watchOpening } from './time-opening.ts'
import { timeKeys } from './time-typing.ts'
import { timePan, timeZoom } from './time-view.ts'
import { selectComponent } from './visit-routes.ts'

/** How keystrokes are spread, in ms. */
export interface Spread {
  median: number
  p95: number
}

/** One run on a flow of some size. Times in ms; of frames the 95th percentile. */
export interface BuilderRun {
  opening: number
  elements: number
  typing: Spread
  undo: Spread
  renderedPages: number
  componentDrag: number
  drag: number
  pan: number
  zoom: number
  bareOpening: number
  bareDrag: number
  barePan: number
  bareZoom: number
}

const typed = 'Ten letter'
/** Enough that the 95th percentile is not simply the slowest. */
const keystrokes = 40
const dragBy = { x: 120, y: -60 }

const p95 = (values: readonly number[]): number => percentile(values, 95)

const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  p95: p95(values),
})

/** Opens an address twice in a new tab, so that the second time it comes from the cache. */
const openWarm = async (context: BrowserContext, address: string) => {
  const page = await context.newPage()
  await watchOpening(page)
  await timeOpening(page, address)
  return { page, opening: await timeOpening(page, address) }
}

/** Types into the title of a component: the page nodes that are rendered for one keystroke. */
export const countPagesPerEdit = async (page: Page, flowId: string): Promise<number> => {
  await watchRenderedPages(page)
  await page.goto(`/flows/${flowId}`)
  await selectComponent(page, 'page1Name')
  await page.getByLabel('Title', { exact: true }).focus()
  const count = await countRenderedPages(page, async () => {
    await page.keyboard.type(typed, { delay: 50 })
    await page.locator('[data-row="page1Name"]', { hasText: typed }).first().waitFor()
  })
  return count / typed.length
}

const countInNewTab = async (context: BrowserContext, flowId: string): Promise<number> => {
  const page = await context.newPage()
  const count = await countPagesPerEdit(page, flowId)
  await page.close()
  return count
}

/** The view moves for a moment, on a busy machine for longer. */
const waitForRest = async (page: Page, thing: Locator): Promise<void> => {
  let before = ''
  for (;;) {
    await page.waitForTimeout(500)
    const now = JSON.stringify(await thing.boundingBox())
    if (now === before) return
    before = now
  }
}

/** Shows the flow from afar, as the bare page does. */
const fitView = async (page: Page, pageCount: number): Promise<void> => {
  await page.getByRole('button', { name: 'Fit to screen' }).click()
  const last = page.locator(`.react-flow__node[data-id="page${pageCount - 1}"]`)
  await last.waitFor()
  await waitForRest(page, last)
}

/** Opens a new flow of some size in the Flow Builder, edits it and drags in it. */
const measureFlow = async (context: BrowserContext, pageCount: number) => {
  const flowId = await storeLargeFlow(context.request, pageCount)
  const { page, opening } = await openWarm(context, `/flows/${flowId}`)
  const canvas = page.locator('[data-canvas]')
  const row = canvas.locator('[data-row="page1Name"]')

  const elements = await countElements(page)
  await selectComponent(page, 'page1Name')
  await page.getByLabel('Title', { exact: true }).focus()
  const typing = spread(await timeKeys(page, Array(keystrokes).fill('x')))
  await row.click()
  const undo = spread(await timeKeys(page, Array(20).fill(['Control+z', 'Control+y']).flat()))
  const target = canvas.locator('[data-row="page11Name"]')
  const componentDrag = p95(await timeDragOnto(page, row, target))
  await canvas.locator('[data-drop-page="page11"] [data-row="page1Name"]').waitFor()
  await fitView(page, pageCount)
  const frames = await measureFrames(page, pageCount)
  await page.close()
  const renderedPages = await countInNewTab(context, flowId)
  return { opening, elements, typing, undo, componentDrag, renderedPages, ...frames }
}

/** A page dragged, the view moved and zoomed, with the whole flow in sight at the beginning. */
const measureFrames = async (page: Page, pageCount: number) => {
  const node = page.locator(`.react-flow__node[data-id="page${pageCount >> 1}"]`)
  return {
    drag: p95(await timeDragBy(page, node, dragBy)),
    zoom: p95(await timeZoom(page)),
    pan: p95(await timePan(page)),
  }
}

/** How many elements a page consists of. */
export const countElements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('*').length)

const measureBare = async (context: BrowserContext, origin: string, pageCount: number) => {
  const { page, opening } = await openWarm(context, `${origin}/?pages=${pageCount}`)
  const { drag, zoom, pan } = await measureFrames(page, pageCount)
  await page.close()
  return { bareOpening: opening, bareDrag: drag, bareZoom: zoom, barePan: pan }
}

/** Measures the Flow Builder and, right after it, the bare React Flow page of the same size. */
export const measureBuilder = async (
  context: BrowserContext,
  bareOrigin: string,
  pageCount: number,
): Promise<BuilderRun> => ({
  ...(await measureFlow(context, pageCount)),
  ...(await measureBare(context, bareOrigin, pageCount)),
})
