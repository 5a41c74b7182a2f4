import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

/** A flow whose OTP goes to a phone number, published once. */
const publishOtpFlow = async (page: Page, name: string): Promise<FlowBuilder> => {
  const builder = await FlowBuilder.createBlank(page, name)
  await builder.add('Phone Number', 'Initial Page')
  await builder.addButton('Page 1').click()
  await page.getByRole('option', { name: 'OTP to Phone Number' }).click()
  await builder.publish()
  return builder
}

const setChannel = async (builder: FlowBuilder, channel: string) => {
  await builder.component('Page 1', 'OTP').click()
  await builder.settings.getByLabel('Send OTP Via').selectOption(channel)
}

const openMenuItem = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** How a canvas is moved and zoomed. */
const findView = (page: Page, label: string) =>
  page
    .getByRole('region', { name: label, exact: true })
    .locator('.react-flow__viewport')
    .evaluate(({ style }) => style.transform)

for (const scheme of ['light', 'dark'] as const) {
  test(`publishing shows what changed, in words and on two canvases (${scheme})`, async ({
    signIn,
  }) => {
    const page = await signIn('admin')
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const builder = await FlowBuilder.createBlank(page, `Difference ${scheme}`)
    await builder.add('Phone Number', 'Initial Page')
    await builder.addButton('Page 1').click()
    await page.getByRole('option', { name: 'OTP to Phone Number' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('Publish for the first time')).toBeVisible()
    await dialog.getByRole('button', { name: 'Publish version 1' }).click()
    await expect(page.getByText('Published version 1')).toBeVisible()

    await setChannel(builder, 'SMS')
    await builder.add('Signature', 'Page 1')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const words = dialog.getByRole('region', { name: 'What changes' })
    await expect(words.getByText('OTP › Send OTP Via: WhatsApp → SMS')).toBeVisible()
    await expect(words.getByText('Added Signature')).toBeVisible()
    await expect(dialog.getByText('Edited by Dewi Lestari (2 edits)')).toBeVisible()
    await expectAccessible(page)

    // Moved and zoomed together.
    const start = await findView(page, 'Version 1')
    await dialog.getByRole('region', { name: 'Version 2' }).hover()
    await page.mouse.wheel(0, -300)
    await expect.poll(() => findView(page, 'Version 1')).not.toBe(start)
    expect(await findView(page, 'Version 1')).toBe(await findView(page, 'Version 2'))

    await dialog.getByLabel('Name of the version').fill('SMS round')
    await dialog.getByRole('button', { name: 'Publish version 2' }).click()
    await expect(page.getByText('Published version 2')).toBeVisible()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(dialog.getByText('Nothing has changed since version 2.')).toBeVisible()
    await page.keyboard.press('Escape')

    await openMenuItem(page, 'Version History')
    await expect(page.getByRole('button', { name: /^Version 2.*SMS round/ })).toBeVisible()
    await page.getByRole('button', { name: /^Version 1/ }).click()
    await expect(page.getByText('What restoring it would change in the draft:')).toBeVisible()
    await expectAccessible(page)
  })
}

test('one component is restored alone, and that can be undone', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await publishOtpFlow(page, 'Restoring')
  await setChannel(builder, 'SMS')
  await builder.add('Signature', 'Page 1')
  await builder.save()
  await openMenuItem(page, 'Version History')
  await page
    .getByRole('region', { name: 'Version 1', exact: true })
    .getByRole('button', { name: /OTP/ })
    .click()
  await page.getByRole('button', { name: 'Restore OTP', exact: true }).first().click()
  // The toast says so; the log of edits below may have it already, folded.
  const said = page.getByText('Restored OTP from version 1').filter({ visible: true })
  await expect(said.first()).toBeVisible()
  const about = page.getByRole('complementary', { name: 'About version 1' })
  await expect(about.getByText('Deleted Signature')).toBeVisible()
  await expect(about.getByText(/Send OTP Via/)).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(about.getByText('OTP › Send OTP Via: SMS → WhatsApp')).toBeVisible()
  await about.getByRole('button', { name: 'Restore page Page 1', exact: true }).first().click()
  await expect(about.getByText('The draft is as it was in this version.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the flow' }).click()
  await expect(builder.component('Page 1', 'OTP')).toContainText('WhatsApp')
  await expect(builder.component('Page 1', 'Signature')).toHaveCount(0)
})

test('a flow goes to the trash and back, under a free name where its own is taken', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const create = () => page.request.post('/api/v1/flows', { data: { name: 'Thrown away' } })
  await create()
  await page.goto('/flows')
  await page.getByRole('button', { name: 'More for Thrown away' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('link', { name: 'Thrown away' })).toBeHidden()
  await create()
  await page.getByRole('link', { name: 'Trash' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible()
  await expect(page.getByText('30 days left', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Restore Thrown away' }).click()
  await expect(page.getByText('"Thrown away 2" was restored')).toBeVisible()
  await page.getByRole('link', { name: 'Flows' }).first().click()
  await expect(page.getByRole('link', { name: 'Thrown away 2' })).toBeVisible()
})

test('a flow is saved as a template, and another is made of it', async ({ signIn }) => {
  const page = await signIn('admin')
  await publishOtpFlow(page, 'Template source')
  await openMenuItem(page, 'Save as Template')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Our delivery')
  await dialog.getByLabel('Description').fill('With a code at the door')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved as template "Our delivery"')).toBeVisible()
  await page.getByRole('link', { name: 'Back to Flows' }).click()
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('menuitem', { name: 'From template' }).click()
  await dialog.getByLabel('Search templates').fill('door')
  await expect(dialog.getByRole('button', { name: /^Pickup/ })).toBeHidden()
  const preview = dialog.getByRole('region', { name: 'Preview of Our delivery' })
  await expect(preview.getByRole('region', { name: 'Page Page 1 on a phone' })).toContainText('OTP')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Use this template' }).click()
  await expect(page.getByRole('textbox', { name: 'Flow name' })).toHaveValue('Our delivery')
  await expect(new FlowBuilder(page).component('Page 1', 'OTP')).toBeVisible()
})
