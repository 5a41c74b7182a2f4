import type { JSHandle, Page } from '@playwright/test'

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

/** Ms between the frames that are drawn while something is done. */
export const timeFrames = async (page: Page, act: () => Promise<void>): Promise<number[]> => {
  const recording: JSHandle<ReturnType<typeof recordFrames>> =
    await page.evaluateHandle(recordFrames)
  await act()
  return recording.evaluate((frames) => frames.stop())
}
