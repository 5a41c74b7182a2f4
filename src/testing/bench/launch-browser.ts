import { type Browser, chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from '../../../.config/find-chromium.mjs'

/**
 * Opens Chromium to measure in it. After a key press Chromium puts other tasks off until the next
 * frame, for up to 50 ms: so does it with the one that reads the clock, and idle time would count as
 * work. Here it does not.
 */
export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findChromium()
  return chromium.launch({
    args: [...chromiumArguments, '--disable-features=DeferRendererTasksAfterInput'],
    ...(executablePath && { executablePath }),
  })
}
