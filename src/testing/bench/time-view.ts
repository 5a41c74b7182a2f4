import type { Page } from '@playwright/test'
import { timeFrames } from './time-frames.ts'

const steps = 60

/** Runs in the page: a place of the canvas where nothing lies. Throws when there is none. */
const findEmptyPoint = (): { x: number; y: number } => {
  for (let y = innerHeight - 30; y > 100; y -= 12) {
    for (let x = Math.round(innerWidth * 0.7); x > 100; x -= 12) {
      if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y }
    }
  }
  throw new Error('the canvas is full')
}

const viewOf = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate(({ style }: HTMLElement) => style.transform)

const timeMoving = async (page: Page, act: () => Promise<void>): Promise<number[]> => {
  const before = await viewOf(page)
  const frames = await timeFrames(page, act)
  if ((await viewOf(page)) === before) throw new Error('the view did not move')
  return frames
}

/** Drags the canvas to the left and up: ms of every frame. */
export const timePan = async (page: Page): Promise<number[]> => {
  const { x, y } = await page.evaluate(findEmptyPoint)
  await page.mouse.move(x, y)
  return timeMoving(page, async () => {
    await page.mouse.down()
    await page.mouse.move(x - 500, y - 300, { steps })
    await page.mouse.up()
  })
}

/** Turns the wheel out and in again over the middle of the canvas: ms of every frame. */
export const timeZoom = async (page: Page): Promise<number[]> => {
  await page.mouse.move(720, 450)
  return timeMoving(page, async () => {
    for (let step = 0; step < steps; step += 1) {
      await page.mouse.wheel(0, step < steps * 0.6 ? 60 : -60)
    }
  })
}
