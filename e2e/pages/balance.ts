import { expect, type Page } from '@playwright/test'

/** Opens the balance and reads Available Credits, in millionths. */
export const readAvailableCredits = async (page: Page): Promise<number> => {
  await page.getByRole('link', { name: 'Balance' }).click()
  const figure = page.getByRole('definition').first()
  await expect(figure).toHaveText(/\d/)
  return Math.round(Number((await figure.innerText()).replaceAll(',', '')) * 1_000_000)
}
