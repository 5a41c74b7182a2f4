import { expect, type Page } from '@playwright/test'
import { expectAccessibleInBothSchemes } from './expect-accessible.ts'
import { test } from './fixtures.ts'

const openSenders = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Senders' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Senders' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Channels' })).toBeVisible()
}

test('an admin sees which way codes leave and sends a test to themselves', async ({ signIn }) => {
  const page = await signIn('admin')
  await openSenders(page)
  await expect(page.getByRole('switch', { name: 'Sandbox' })).toBeChecked()
  const email = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Email' }) })
  await expect(email).toContainText('Sandbox inbox')
  await expectAccessibleInBothSchemes(page)

  await page.getByRole('button', { name: 'Send a test to me by Email' }).click()
  const dialog = page.getByRole('dialog', { name: 'Test Email' })
  await expect(dialog).toContainText('admin@sandi.test')
  await expect(dialog).toContainText('Free')
  await dialog.getByRole('button', { name: 'Send the test' }).click()
  await expect(dialog.getByRole('status')).toContainText('The message is in the sandbox inbox.')
  await expectAccessibleInBothSchemes(page)
  await page.keyboard.press('Escape')
  await expect(email).toContainText('Last test')
  await page.getByRole('link', { name: 'Open the sandbox inbox' }).click()
  await expect(page.getByText('admin@sandi.test').first()).toBeVisible()
})

test('a test to what is no phone number says so before it is sent', async ({ signIn }) => {
  const page = await signIn('admin')
  await openSenders(page)
  await page.getByRole('button', { name: 'Send a test to me by SMS' }).click()
  const dialog = page.getByRole('dialog', { name: 'Test SMS' })
  await dialog.getByLabel('Your phone number').fill('12')
  await expect(dialog).toContainText('This is not a phone number that can be reached.')
  await expect(dialog.getByRole('button', { name: 'Send the test' })).toBeDisabled()
})

test('leaving the sandbox is asked about first', async ({ signIn }) => {
  const page = await signIn('admin')
  await openSenders(page)
  const sandbox = page.getByRole('switch', { name: 'Sandbox' })
  await sandbox.click()
  const dialog = page.getByRole('dialog', { name: 'Send codes to people?' })
  await expect(dialog).toContainText('each of them costs credit')
  await expectAccessibleInBothSchemes(page)
  // Others send at the same time: it stays on.
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(sandbox).toBeChecked()
})

test('a branded number goes from the request to being active, suspended and resumed', async ({
  signIn,
}) => {
  const admin = await signIn('admin')
  await openSenders(admin)
  await admin.getByRole('button', { name: 'Request a number' }).click()
  const request = admin.getByRole('dialog', { name: 'Request a branded number' })
  await request.getByLabel('Phone number').fill('0812')
  await request.getByLabel('Reason').fill('Recipients know our name.')
  await request.getByRole('button', { name: 'Send the request' }).click()
  await expect(request).toContainText('Must be a phone number with its country code')
  await expectAccessibleInBothSchemes(admin)
  await request.getByLabel('Phone number').fill('+62 21 5088 9000')
  await request.getByRole('button', { name: 'Send the request' }).click()
  await expect(request).toHaveCount(0)
  await expect(admin.getByText('+622150889000')).toBeVisible()
  const history = (page: Page) => page.getByRole('list', { name: 'History' })
  await expect(history(admin)).toContainText('Requested by Dewi Lestari')

  const owner = await signIn('owner')
  await openSenders(owner)
  await owner.getByRole('link', { name: 'Arrange branded numbers' }).click()
  await owner.getByRole('button', { name: 'Take into review' }).click()
  await owner.getByRole('button', { name: 'Activate' }).click()
  const account = owner.getByRole('dialog', { name: /^Activate/ })
  await account.getByLabel('Phone number id').fill('106540352242922')
  await account.getByLabel('Business account id').fill('102290129340398')
  await account.getByLabel('Access token').fill('EAAtokenOfTheScenario0815')
  await expectAccessibleInBothSchemes(owner)
  await account.getByRole('button', { name: 'Activate' }).click()
  await expect(owner.getByText('ends in …0815', { exact: true })).toBeVisible()
  await expect(owner.getByText('EAAtokenOfTheScenario0815')).toHaveCount(0)

  await owner.getByRole('button', { name: 'Suspend' }).click()
  const suspension = owner.getByRole('dialog', { name: 'Suspend the number?' })
  await suspension.getByLabel('Reason').fill('Recipients complained.')
  await suspension.getByRole('button', { name: 'Suspend' }).click()
  await expect(history(owner)).toContainText('Recipients complained.')
  await admin.reload()
  await expect(history(admin)).toContainText('Suspended by Sri Hartono')
  await owner.getByRole('button', { name: 'Resume' }).click()
  await expect(owner.getByRole('button', { name: 'Suspend' })).toBeVisible()
  await expectAccessibleInBothSchemes(owner)
  await admin.reload()
  await expect(
    admin.getByRole('switch', { name: 'Fall back to the official number' }),
  ).toBeVisible()
  await expectAccessibleInBothSchemes(admin)
  await admin.setViewportSize({ width: 390, height: 844 })
  await expect(history(admin)).toBeVisible()
  expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('who is no operator arranges no numbers, and who is no admin has no settings', async ({
  signIn,
}) => {
  const admin = await signIn('admin')
  await openSenders(admin)
  await expect(admin.getByRole('link', { name: 'Arrange branded numbers' })).toHaveCount(0)
  await admin.goto('/settings/senders/numbers')
  await expect(admin.getByText('Only platform operators arrange branded numbers.')).toBeVisible()
  const planner = await signIn('planner')
  await expect(planner.getByRole('link', { name: 'Senders' })).toHaveCount(0)
})
