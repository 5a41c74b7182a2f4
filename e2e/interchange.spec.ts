import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

const samples = new URL('../src/testing/mileapp/', import.meta.url)
const readSample = async (name: string) => readFile(new URL(name, samples), 'utf8')

const giveFile = (page: Page, name: string, text: string) =>
  page
    .getByLabel('Choose a file, or drop it here')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

const openImport = async (page: Page) => {
  await page.getByRole('link', { name: 'Flows' }).click()
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('menuitem', { name: 'Import a file' }).click()
}

const openMenu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a MileApp flow is imported, shows what is kept, and is exported as it was', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  await openImport(page)
  const text = await readSample('pickup.json')
  await giveFile(page, 'pickup.json', text)
  const dialog = page.getByRole('dialog', { name: 'Import a flow' })
  await expect(dialog.getByText('4 pages, 11 components')).toBeVisible()
  await expect(dialog.getByText(/is taken, so another name is offered/)).toBeVisible()
  await dialog.getByText('Kept as it is').click()
  await expect(dialog.getByText('Photo of the damage · tags')).toBeVisible()
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByLabel('Name').fill('Pickup from MileApp')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()

  const builder = new FlowBuilder(page)
  await builder.component('Goods', 'Photo of the damage').click()
  const kept = builder.settings.getByRole('region', { name: 'Kept from MileApp' })
  await expect(kept.getByText('["claim"]')).toBeVisible()

  await openMenu(page, 'Export…')
  await page.getByLabel('MileApp JSON').check()
  await expectAccessible(page, '[role=dialog]')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Pickup from MileApp.mileapp.json')
  const { sandi: _carried, ...flow } = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(flow).toEqual({ ...JSON.parse(text).flow, name: 'Pickup from MileApp' })

  await kept.getByRole('button', { name: 'Remove tags' }).click()
  await expect(kept).toBeHidden()
})

test('of several flows in a file one is chosen, and what is read differently is said', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  await openImport(page)
  await giveFile(page, 'flows.json', await readSample('inspection-list.json'))
  const dialog = page.getByRole('dialog', { name: 'Import a flow' })
  await expect(dialog.getByLabel('Shop inspection')).toBeChecked()
  await expect(dialog.getByText(/"subflow" cannot be shown here/)).toBeVisible()
  await dialog.getByLabel('Empty').check()
  await expect(dialog.getByText('Everything in it is carried over.')).toBeVisible()
  await expect(dialog.getByLabel('Name')).toHaveValue('Empty')
})

test('importing onto a flow shows the difference first; one undo brings all back', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Onto')
  for (const name of ['Text', 'Number']) await builder.add(name, 'Page 1')
  await openMenu(page, 'Export…')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const file = JSON.parse(await readFile(await (await downloading).path(), 'utf8'))
  const [, work] = file.document.pages
  work.components[0].title = 'Remark'
  work.components.pop()

  await openMenu(page, 'Import onto this flow…')
  await giveFile(page, 'changed.json', JSON.stringify(file))
  const change = page.getByRole('region', { name: 'What will change' })
  await expect(change.getByText('Title: Text → Remark')).toBeVisible()
  await expect(change.getByText('Deleted Number')).toBeVisible()
  await expect(
    page.locator('[data-canvas]').getByText('Number', { exact: true }).first(),
  ).toBeVisible()
  await expectAccessible(page, '[role=dialog]')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Remark'])
  await builder.save()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Text', 'Number'])
  await builder.save()
  await page.reload()
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Text', 'Number'])
})

test('hostile files are refused with the reason, and nothing is stored', async ({ signIn }) => {
  const page = await signIn('admin')
  await openImport(page)
  const dialog = page.getByRole('dialog', { name: 'Import a flow' })
  const deep = `{"pages":[{"components":[{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}]}`
  await giveFile(page, 'deep.json', deep)
  await expect(dialog.getByRole('alert')).toContainText('nested more than 64 levels deep')
  await giveFile(page, 'polluted.json', '{"pages":[{"components":[{"__proto__":{"a":1}}]}]}')
  await expect(dialog.getByRole('alert')).toContainText('pages.0.components.0.__proto__')
  await giveFile(page, 'large.json', ' '.repeat(5_000_000))
  await expect(dialog.getByText('This is larger than 2 MiB, too large for a flow.')).toBeVisible()
  await giveFile(page, 'wrong.json', '{"pages":[{"components":[7]}]}')
  await expect(dialog.getByRole('alert')).toContainText('pages.0.components.0')
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeHidden()
})
