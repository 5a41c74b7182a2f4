import type { Locator, Page } from '@playwright/test'
import { timeFrames } from './time-frames.ts'

interface Point {
  x: number
  y: number
}

const steps = 90

const centreOf = async (locator: Locator): Promise<Point> => {
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`nothing to drag: ${locator}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags from one point to another in many small moves: ms of every frame, press and drop included. */
const timeMouse = async (page: Page, from: Point, to: Point): Promise<number[]> => {
  await page.mouse.move(from.x, from.y)
  return timeFrames(page, async () => {
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps })
    await page.mouse.up()
  })
}

/** Drags something by so many pixels. Throws when it stays where it was. */
export const timeDragBy = async (page: Page, thing: Locator, by: Point): Promise<number[]> => {
  const from = await centreOf(thing)
  const frames = await timeMouse(page, from, { x: from.x + by.x, y: from.y + by.y })
  const to = await centreOf(thing)
  const error = Math.hypot(to.x - from.x - by.x, to.y - from.y - by.y)
  if (error > 20) throw new Error(`dragged ${error} px beside: ${thing}`)
  return frames
}

/** Drags one thing onto another. */
export const timeDragOnto = async (page: Page, thing: Locator, target: Locator) =>
  timeMouse(page, await centreOf(thing), await centreOf(target))
