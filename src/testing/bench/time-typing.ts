import type { Page } from '@playwright/test'

/** Runs in the page: notes how long after each keystroke what it did was painted. */
const recordKeys = () => {
  const times: number[] = []
  const listening = new AbortController()
  /** Runs something as the next task: a timer would wait longer. */
  const soon = (act: () => void): void => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      act()
      port1.close()
    }
    port2.postMessage(null)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    // Half of a shortcut: nothing comes of it.
    if (key === 'Control') return
    const pressedAt = performance.now()
    let idleAt = pressedAt
    soon(() => {
      idleAt = performance.now()
    })
    requestAnimationFrame(() => {
      // Waiting for the screen's next frame is not the product's: only work before it and in it counts.
      const waited = idleAt === pressedAt ? 0 : performance.now() - idleAt
      // Ahead of what is put off until after the frame: by then the stroke has been painted.
      const afterPaint = { priority: 'user-blocking' } as const
      scheduler.postTask(() => times.push(performance.now() - pressedAt - waited), afterPaint)
    })
  }
  window.addEventListener('keydown', onKeyDown, { capture: true, signal: listening.signal })
  return {
    stop: (): number[] => {
      listening.abort()
      return times
    },
  }
}

/** Presses keys one after another: ms of work from each until it is painted. */
export const timeKeys = async (page: Page, keys: readonly string[]): Promise<number[]> => {
  const recording = await page.evaluateHandle(recordKeys)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(100)
  }
  return recording.evaluate((pressed) => pressed.stop())
}
