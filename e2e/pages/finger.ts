import type { Page } from '@playwright/test'

interface Point {
  x: number
  y: number
}

type Touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) => Promise<unknown>

const putFingerOn = async (page: Page) => {
  const finger = await page.context().newCDPSession(page)
  const touch: Touch = (type, touchPoints) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints })
  return { touch, detach: () => finger.detach() }
}

/** Taps on a point with a finger. */
export const tapByFinger = async (page: Page, point: Point): Promise<void> => {
  const { touch, detach } = await putFingerOn(page)
  await touch('touchStart', [point])
  await touch('touchEnd', [])
  await detach()
}

/** Drags from one point to another with one finger. */
export const dragByFinger = async (page: Page, from: Point, to: Point): Promise<void> => {
  const { touch, detach } = await putFingerOn(page)
  await touch('touchStart', [from])
  for (let step = 1; step <= 10; step += 1) {
    const part = step / 10
    const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    await touch('touchMove', [point])
  }
  await page.waitForTimeout(350)
  await touch('touchEnd', [])
  await detach()
}
