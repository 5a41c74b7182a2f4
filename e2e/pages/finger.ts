import type { Page } from '@playwright/test'

interface Point {
  x: number
  y: number
}

/** Drags from one point to another with one finger. */
export const dragByFinger = async (page: Page, from: Point, to: Point): Promise<void> => {
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [from])
  for (let step = 1; step <= 10; step += 1) {
    const part = step / 10
    const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    await touch('touchMove', [point])
  }
  await page.waitForTimeout(350)
  await touch('touchEnd', [])
  await finger.detach()
}
