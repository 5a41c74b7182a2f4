import type { Locator, Page } from '@playwright/test'

interface Point {
  x: number
  y: number
}

const steps = 90

/** Runs in the page: notes the time of every frame until it is stopped. */
const recordFrames = () => {
  const times: number[] = []
  let request = requestAnimationFrame(function note(time) {
    times.push(time)
    request = requestAnimationFrame(note)
  })
  return {
    /** Ms between one frame and the next. */
    stop: (): number[] => {
      cancelAnimationFrame(request)
      return times.slice(1).map((time, index) => time - (times[index] ?? time))
    },
  }
}

const centreOf = async (locator: Locator): Promise<Point> => {
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`nothing to drag: ${locator}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags from one point to another in many small moves: ms of every frame, press and drop included. */
const timeMouse = async (page: Page, from: Point, to: Point): Promise<number[]> => {
  await page.mouse.move(from.x, from.y)
  const recording = await page.evaluateHandle(recordFrames)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps })
  await page.mouse.up()
  return recording.evaluate((frames) => frames.stop())
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
