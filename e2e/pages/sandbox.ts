import { expect, type Page } from '@playwright/test'

/** Opens the sandbox inbox and reads the newest code that went to somebody. */
export const readCode = async (page: Page, recipient: string): Promise<string> => {
  await page.getByRole('link', { name: 'Sandbox' }).click()
  const message = page.getByRole('listitem').filter({ hasText: recipient }).first()
  await expect(message).toBeVisible()
  const text = await message.innerText()
  const code = /\b\d{6}\b/.exec(text.replaceAll(recipient, ''))?.[0]
  if (code === undefined) throw new Error(`no code in the message: ${text}`)
  return code
}
