import type { Page } from '@playwright/test'

/** Runs in the page: notes how long after each keystroke its frame was drawn. */
const recordKeys = () => {
  const times: number[] = []
  const listening = new AbortController()
  const onKeyDown = ({ timeStamp }: KeyboardEvent) => {
    requestAnimationFrame(() => {
      // A message is delivered after the frame; a timer would wait longer.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        times.push(performance.now() - timeStamp)
        port1.close()
      }
      port2.postMessage(null)
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

/** Types into what has the focus: ms from each keystroke to the frame that shows it. */
export const timeTyping = async (page: Page, text: string): Promise<number[]> => {
  const recording = await page.evaluateHandle(recordKeys)
  await page.keyboard.type(text, { delay: 100 })
  await page.waitForTimeout(100)
  return recording.evaluate((keys) => keys.stop())
}
