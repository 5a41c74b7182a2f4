import type { Page } from '@playwright/test'

/** Signs in with one click, which leads to the first screen of that role. The document stays one. */
const signInOnScreen = async (page: Page, account: RegExp): Promise<void> => {
  await page.goto('/sign-in')
  // By keyboard: a pointer that rests on a link of the next screen would fetch what is behind it.
  await page.getByRole('button', { name: account }).press('Enter')
}

/** The first route: the sign-in screen, then the flow menu. */
export const visitFirstRoute = async (page: Page): Promise<void> => {
  await signInOnScreen(page, /^Admin/)
  await page.getByRole('link', { name: 'Last-mile delivery' }).waitFor()
}

/** The Flow Builder on a flow of `storeLargeFlow`, with the settings of a component. */
export const visitBuilder = async (page: Page, flowId: string): Promise<void> => {
  await page.goto(`/flows/${flowId}`)
  await selectComponent(page, 'page1Name')
}

/** Presses a component on the canvas, and waits for its settings. */
export const selectComponent = async (page: Page, componentId: string): Promise<void> => {
  await page.locator(`[data-canvas] [data-row="${componentId}"]`).click()
  await page.getByLabel('Title', { exact: true }).waitFor()
}

/** The work route: the list of work, then a task of the demo as far as its OTP. */
export const visitWork = async (page: Page): Promise<void> => {
  await page.goto('/work')
  await page
    .getByRole('link', { name: /Last-mile delivery/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Send Code' }).waitFor()
}
