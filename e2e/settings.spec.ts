import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'

// Members, API keys and the audit trail: who may do what, and who did.

/** Invites somebody; no mail server is set up here, so the link is shown. */
const invite = async (page: Page, email: string, role: string): Promise<string> => {
  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByRole('button', { name: 'Invite' }).click()
  await expect(dialog.getByRole('heading', { name: 'Hand over this link' })).toBeVisible()
  const link = await dialog.getByText('/invitation#').innerText()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(email)).toBeVisible()
  return link
}

test('somebody is invited, joins, gets another role, and is out at once when removed', async ({
  signIn,
  browser,
  baseURL,
}) => {
  const owner = await signIn('owner')
  const email = `nina.${test.info().retry}@example.com`
  const link = await invite(owner, email, 'Planner')

  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  const nina = await context.newPage()
  await nina.goto(link)
  await expect(nina.getByRole('heading', { name: 'Join Demo Logistics' })).toBeVisible()
  await expect(nina.getByLabel('Email')).toHaveValue(email)
  await nina.getByLabel('Your name').fill('Nina Rahma')
  await nina.getByLabel('Password').fill('short')
  await expect(nina.getByText('5 more characters are needed.')).toBeVisible()
  await expect(nina.getByRole('button', { name: 'Join' })).toBeDisabled()
  await nina.getByLabel('Password').fill('long enough for this')
  await nina.getByRole('button', { name: 'Join' }).click()
  await expect(nina.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()

  await owner.reload()
  const row = owner.getByRole('row', { name: /Nina Rahma/ })
  await expect(row).toContainText('just now')
  await row.getByRole('button', { name: 'More for Nina Rahma' }).click()
  await owner.getByRole('menuitem', { name: 'Change role' }).click()
  await owner.getByRole('dialog').getByLabel('Role').selectOption('Billing reviewer')
  await owner.getByRole('button', { name: 'Change role' }).click()
  await expect(row).toContainText('Billing reviewer')
  await nina.goto('/')
  await expect(nina.getByRole('heading', { level: 1, name: 'Rates' })).toBeVisible()

  await row.getByRole('button', { name: 'More for Nina Rahma' }).click()
  await owner.getByRole('menuitem', { name: 'Remove' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
  await nina.goto('/')
  await expect(nina.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await nina.goto('about:blank')
  await nina.goto(link)
  await expect(
    nina.getByRole('heading', { name: 'This invitation is not valid any more' }),
  ).toBeVisible()
  await context.close()
})

test('an admin changes no owners and makes none', async ({ signIn }) => {
  const admin = await signIn('admin')
  await admin.goto('/settings/members')
  await expect(admin.getByRole('row', { name: /owner@sandi\.test/ })).toBeVisible()
  await expect(admin.getByRole('button', { name: 'More for Sri Hartono' })).toHaveCount(0)
  await admin.getByRole('button', { name: 'Invite', exact: true }).click()
  const options = await admin.getByRole('dialog').getByRole('option').allInnerTexts()
  expect(options).toEqual(['Admin', 'Billing reviewer', 'Planner', 'Field worker'])
})

test('a program works with an API key until it is revoked', async ({
  signIn,
  playwright,
  baseURL,
}) => {
  const page = await signIn('admin')
  await page.goto('/settings/api-keys')
  await page.getByRole('button', { name: 'New API key' }).first().click()
  const dialog = page.getByRole('dialog')
  const name = `Scenario ${test.info().retry}`
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Role').selectOption('Planner')
  await dialog.getByLabel('Valid for').selectOption('30 days')
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const token = await dialog.getByText(/^sandi_/).innerText()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const program = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  expect((await program.get('/api/v1/flows')).status()).toBe(200)
  expect((await program.post('/api/v1/flows', { data: {} })).status()).toBe(403)
  await page.reload()
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText(`sandi_…${token.slice(-4)}`)
  await expect(row).toContainText('just now')
  await row.getByRole('button', { name: `Revoke ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toHaveCount(0)
  expect((await program.get('/api/v1/flows')).status()).toBe(401)
  await program.dispose()
})

test('the audit trail tells it, narrowed down by the address, and as a file', async ({
  signIn,
}) => {
  const page = await signIn('owner')
  const email = `trail.${test.info().retry}@example.com`
  await invite(page, email, 'Field worker')
  await page.goto('/settings/audit')
  await page.getByLabel('What').selectOption('Invited a member')
  const entry = page.getByRole('row', { name: new RegExp(email) }).first()
  await expect(entry).toContainText('Sri Hartono')
  await expect(entry).toContainText('Role: Field worker')
  await expect(page).toHaveURL(/action=member\.invited/)
  await page.getByLabel('Who').fill('nobody of that name')
  await expect(page.getByText('No entry matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe('audit.csv')
})

test('settings are for owners and admins', async ({ signIn }) => {
  const planner = await signIn('planner')
  await expect(planner.getByRole('link', { name: 'Members' })).toHaveCount(0)
  await planner.goto('/settings/members')
  await expect(planner.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in settings and on an invitation (${scheme})`, async ({ signIn }) => {
    const page = await signIn('owner')
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const link = await invite(page, `axe.${scheme}@example.com`, 'Planner')
    for (const [path, title] of [
      ['members', 'Members'],
      ['api-keys', 'API keys'],
      ['audit', 'Audit'],
    ] as const) {
      await page.goto(`/settings/${path}`)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(page.getByText('Loading')).toHaveCount(0)
      await expectAccessible(page)
    }
    await page.goto('/settings/members')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await expectAccessible(page)
    await page.goto(link)
    await expect(page.getByRole('button', { name: 'Join' })).toBeVisible()
    await expectAccessible(page)
  })
}

test('on a phone, settings are in the account menu', async ({ signIn }) => {
  const page = await signIn('admin')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: /Account/ }).click()
  await page.getByRole('menuitem', { name: 'Members' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible()
})
