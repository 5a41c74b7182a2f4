import { expect, type Page } from '@playwright/test'

/** Opens the sandbox inbox and reads the newest code that went to somebody. */
export const readCode = async (page: Page, recipient: string): Promise<string> => {
  await page.getByRole('link', { name: 'Sandbox' }).click()
  const message = page.getByRole('listitem').filter({ hasText: recipient }).first()
  const findCode = async () =>
    /\b\d{6}\b/.exec((await message.innerText()).replaceAll(recipient, ''))?.[0]
  await expect.poll(findCode).toBeDefined()
  return (await findCode()) ?? ''
}
