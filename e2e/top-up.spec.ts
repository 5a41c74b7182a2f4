import { expect } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { readAvailableCredits } from './pages/balance.ts'

test('credit is bought: declined, left, paid, and there is an invoice', async ({ signIn }) => {
  const page = await signIn('billing')
  const before = await readAvailableCredits(page)

  await page.getByRole('button', { name: 'Top Up Balance' }).click()
  const dialog = page.getByRole('dialog', { name: 'Top Up Balance' })
  await dialog.getByLabel('Credits', { exact: true }).fill('999')
  await expect(dialog.getByText('At least 1,000 credits.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Pay Now' })).toBeDisabled()
  await dialog.getByLabel('Credits', { exact: true }).fill('1500')
  await expect(dialog.getByText('IDR 333,000')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Pay Now' }).click()

  await page.getByRole('button', { name: 'Have it declined' }).click()
  await expect(page.getByText(/The payment was declined/)).toBeVisible()
  await page.getByRole('link', { name: 'Leave without paying' }).click()
  await expect(page.getByText('1,500 credits for IDR 333,000 wait to be paid')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Top Up Balance' })).toBeDisabled()
  expect(await readAvailableCredits(page)).toBe(before)

  await page.getByRole('button', { name: 'Pay Now' }).click()
  await expect(page.getByRole('heading', { name: 'Sandbox payment' })).toBeVisible()
  await page.getByRole('button', { name: 'Pay Now' }).click()
  await expect(page.getByText('1,500 credits were added')).toBeVisible()
  await expect.poll(() => readAvailableCredits(page)).toBe(before + 1_500 * 1_000_000)
  const invoice = page.getByRole('link', { name: /^Invoice SANDI-/ }).first()
  const answer = await page.request.get((await invoice.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a top-up that is cancelled makes room for another', async ({ signIn }) => {
  const page = await signIn('owner')
  await page.getByRole('link', { name: 'Balance' }).click()
  await page.getByRole('button', { name: 'Top Up Balance' }).click()
  await page.getByRole('button', { name: 'Pay Now' }).click()
  await page.getByRole('link', { name: 'Leave without paying' }).click()
  await page.getByRole('button', { name: 'Cancel top-up' }).click()
  await expect(page.getByRole('button', { name: 'Cancel top-up' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Top Up Balance' })).toBeEnabled()
})
