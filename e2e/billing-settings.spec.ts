import { expect, type Page } from '@playwright/test'
import { expectAccessibleInBothSchemes } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

/** Sets the settings of billing past the screen, as an integrator does. */
const set = async (page: Page, settings: { lowBalance: number; currency?: string }) => {
  const response = await page.request.put('/api/v1/billing/balance/settings', { data: settings })
  expect(response.status()).toBe(200)
}

test('a reviewer chooses the currency, which rates are then shown in', async ({ signIn }) => {
  const page = await signIn('billing')
  await page.getByRole('link', { name: 'Balance' }).click()
  await page.getByRole('button', { name: 'Billing settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Billing settings' })
  await dialog.getByLabel('Currency').selectOption('SGD')
  await expect(dialog.getByRole('region', { name: 'Price of a top-up' })).toContainText('SGD 17')
  await dialog.getByLabel('Low balance').fill('ten')
  await expect(dialog.getByText('A whole number of credits, 0 or more.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expectAccessibleInBothSchemes(page)
  await dialog.getByLabel('Low balance').fill('100')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Paid in SGD.')).toBeVisible()
  await page.getByRole('link', { name: 'Rates' }).click()
  await expect(page.getByText('SGD 0.017').first()).toBeVisible({ timeout: 60_000 })
  await set(page, { lowBalance: 100, currency: 'IDR' })
})

test('low credit is said on every screen until somebody took note of it', async ({ signIn }) => {
  const page = await signIn('admin')
  const banner = page.getByRole('region', { name: 'OTP credit is low' })
  await expect(page.getByRole('heading', { level: 1, name: 'Flows' })).toBeVisible()
  await set(page, { lowBalance: 2_000_000 })
  await page.reload()
  await expect(banner).toContainText('Available Credits are left.')
  await expectAccessibleInBothSchemes(page)
  await page.getByRole('link', { name: 'Tasks' }).click()
  await expect(banner).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await banner.getByRole('button', { name: 'Dismiss for today' }).click()
  await expect(banner).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
  await expect(banner).toHaveCount(0)
  // The screen on which it is put right still says it.
  await page.goto('/billing/balance')
  await expect(banner).toBeVisible()
  const planner = await signIn('planner')
  await expect(planner.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
  await expect(planner.getByRole('region', { name: 'OTP credit is low' })).toHaveCount(0)
  await set(page, { lowBalance: 100 })
})

test('publishing says what it does to the cost of a run', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Cost of a run')
  await builder.add('Phone Number', 'Initial Page')
  await builder.addButton('Page 1').click()
  await page.getByRole('option', { name: 'OTP to Phone Number' }).click()
  const publish = page.getByRole('button', { name: 'Publish', exact: true })
  await publish.click()
  const dialog = page.getByRole('dialog')
  const cost = dialog.getByRole('region', { name: 'Cost of a run' })
  await expect(cost).toContainText(/^A run costs [\d.]+ credits\./)
  await dialog.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Published version 1')).toBeVisible()

  await builder.component('Page 1', 'OTP').click()
  await builder.settings.getByLabel('Send OTP Via').selectOption('SMS')
  await publish.click()
  await expect(cost).toContainText(/^This change makes a run \d+ % dearer: [\d.]+ credits instead/)
  await expectAccessibleInBothSchemes(page)
  await dialog.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(page.getByText('Published version 2')).toBeVisible()

  await builder.settings.getByLabel('Send OTP Via').selectOption('WhatsApp')
  await publish.click()
  await expect(cost).toContainText(/^This change makes a run \d+ % cheaper/)
})
