import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** When the canvas was first seen at rest, in ms since the navigation began. */
    canvasShownAt?: number
  }
}

/**
 * Runs in the page. The canvas is shown when nodes are visible and, for two more frames, neither
 * their number nor the view has changed.
 */
const watchCanvas = (): void => {
  const quietFrames = 2
  let last = ''
  let quiet = 0
  const look = (): void => {
    const nodes = document.querySelectorAll('.react-flow__node')
    const isVisible = nodes[0] !== undefined && getComputedStyle(nodes[0]).visibility === 'visible'
    const view = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform
    const seen = isVisible ? `${nodes.length} ${view}` : ''
    quiet = seen !== '' && seen === last ? quiet + 1 : 0
    last = seen
    if (quiet === quietFrames) window.canvasShownAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Makes `timeOpening` possible in the documents that are opened from now on. */
export const watchOpening = (page: Page): Promise<unknown> => page.addInitScript(watchCanvas)

/** Opens a page with a canvas: ms from the start of the navigation until its nodes are shown. */
export const timeOpening = async (page: Page, address: string): Promise<number> => {
  await page.goto(address, { waitUntil: 'commit' })
  const shownAt = await page.waitForFunction(() => window.canvasShownAt)
  return shownAt.evaluate((at) => at ?? Number.NaN)
}
