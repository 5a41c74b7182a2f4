import { expect, type Page } from '@playwright/test'
import { expectAccessibleInBothSchemes } from './expect-accessible.ts'
import { test } from './fixtures.ts'

// By its elements: to compute the roles of 245 rows takes long.
const rows = (page: Page) => page.locator('tbody tr')

test('a reviewer asks what a phone number costs, filters, sorts and sends the address on', async ({
  signIn,
}) => {
  const page = await signIn('billing')
  await expect(page.getByText('245 of 245 countries')).toBeVisible({ timeout: 60_000 })
  const search = page.getByLabel('Search')
  await search.fill('+62 812 3456 789')
  const answer = page.getByRole('status').filter({ hasText: '+628123456789' })
  await expect(answer).toContainText('Indonesia')
  await expect(answer).toContainText('WhatsApp: 2.00 credits (IDR 400)')
  await expect(rows(page)).toHaveCount(1)

  await search.fill('')
  await page.getByRole('button', { name: 'Allowed', exact: true }).click()
  await page.getByLabel('Region').selectOption('Asia')
  await page.getByRole('button', { name: 'SMS' }).click()
  await expect(rows(page)).toHaveText([/Indonesia/, /Singapore/, /Malaysia/])
  await page.getByRole('button', { name: 'Compare Singapore' }).click()
  await page.getByRole('button', { name: 'Compare Malaysia' }).click()
  const comparison = page.getByRole('region', { name: 'Comparison' })
  await expect(comparison.getByRole('row')).toHaveCount(3)

  await page.reload()
  await expect(comparison.getByRole('row')).toHaveCount(3)
  await expect(page.getByLabel('Region')).toHaveValue('Asia')
  await expectAccessibleInBothSchemes(page)
})

test('rates are seen on the map, in their history and as a file', async ({ signIn }) => {
  const page = await signIn('billing')
  await page.getByRole('button', { name: 'Map' }).click()
  await expect(page.getByRole('img', { name: /World map of WhatsApp rates/ })).toBeVisible()
  await page.getByLabel('Search').fill('india')
  const country = page.getByRole('button', { name: 'India: history of its rates' })
  await country.focus()
  await page.keyboard.press('Enter')
  const history = page.getByRole('dialog', { name: 'India' })
  await expect(history.getByRole('figure')).toBeVisible()
  await expect(history.getByRole('row')).not.toHaveCount(1)
  await expectAccessibleInBothSchemes(page)
  await page.keyboard.press('Escape')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('rates.csv')
})

test('on a phone, rates are cards and nothing is wider than the screen', async ({ signIn }) => {
  const page = await signIn('billing')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'Indonesia' }).first()).toBeVisible()
  for (const path of [
    '/billing/rates',
    '/billing/balance',
    '/billing/usage',
    '/billing/usage?tab=forecast',
  ]) {
    await page.goto(path)
    await expect(page.getByText('Loading')).toHaveCount(0)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, path).toBe(390)
  }
})

test('an operator sees what a file changes before it does', async ({ signIn }) => {
  const page = await signIn('owner')
  await page.goto('/billing/rates')
  await page.getByRole('link', { name: 'Import rates' }).click()
  const choose = (text: string) =>
    page
      .getByLabel('File')
      .setInputFiles({ name: 'rates.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByLabel('Effective from').fill('2090-01-01')
  await choose('channel,country,credits\nsms,TK,4\nsms,XX,1\nsms,SG,-1')
  await page.getByRole('button', { name: 'Show what changes' }).click()
  const alert = page.getByRole('alert')
  await expect(alert.getByRole('listitem')).toHaveText([/^line 3:/, /^line 4:/])
  await expectAccessibleInBothSchemes(page)

  await choose('channel,country,credits\nsms,TK,4\nsms,NU,400')
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await expect(alert).toHaveCount(0)
  await expect(rows(page)).not.toHaveCount(0)
  const accept = page.getByRole('switch')
  if ((await accept.count()) > 0) await accept.click()
  await expectAccessibleInBothSchemes(page)
  await page.getByRole('button', { name: /^Append/ }).click()
  await expect(page.getByText('The rates are appended')).toBeVisible()
  await page.goto('/billing/rates?search=TK')
  await expect(rows(page).first()).toContainText(/new\s*from 1 Jan 2090/)
})

test('who is no operator finds no import', async ({ signIn }) => {
  const page = await signIn('billing')
  await expect(page.getByText('245 of 245 countries')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('link', { name: 'Import rates' })).toHaveCount(0)
})

test('a reviewer follows an entry of the ledger and sets the threshold', async ({ signIn }) => {
  const page = await signIn('billing')
  await page.getByRole('link', { name: 'Balance' }).click()
  await page.getByLabel('Kind').selectOption('top-up')
  await expect(page).toHaveURL(/kind=top-up/)
  await page.getByRole('button', { name: 'Credit to try things out' }).click()
  const story = page.getByRole('dialog', { name: 'Credit to try things out' })
  await expect(story).toContainText('Top-ups → Available Credits')
  await expectAccessibleInBothSchemes(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Billing settings' }).click()
  await page.getByLabel('Low balance').fill('2000000')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'OTP credit is low' })).toBeVisible()
  await expectAccessibleInBothSchemes(page)
  await page.getByRole('button', { name: 'Billing settings' }).click()
  await page.getByLabel('Low balance').fill('100')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'OTP credit is low' })).toHaveCount(0)
})

test('usage is empty before anything was sent, and a forecast is not', async ({ signIn }) => {
  const page = await signIn('billing')
  await page.getByRole('link', { name: 'Usage' }).click()
  await page.getByLabel('From').fill('2020-01-01')
  await page.getByLabel('To').fill('2020-01-31')
  await expect(page.getByText('No codes were sent')).toBeVisible()
  await expectAccessibleInBothSchemes(page)
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await page.getByLabel('Runs in 30 days').fill('500')
  await page.getByLabel('Country mix').fill('ID 80, SG 20')
  await expect(page.getByText(/^500 runs, spread as chosen/)).toBeVisible()
  await expect(page.getByRole('row', { name: /^WhatsApp Cheapest/ })).toContainText('928.00')
  await expectAccessibleInBothSchemes(page)
})
