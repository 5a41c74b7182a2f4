import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

test('pages are selected by a box and by Shift, moved together and arranged', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Selecting')
  const first = await builder.pageNode('Initial Page').boundingBox()
  const second = await builder.pageNode('Page 1').boundingBox()
  if (!first || !second) throw new Error('not on the screen')

  await builder.pageNode('Initial Page').getByText('Initial Page').first().click()
  await page.keyboard.down('Shift')
  await builder.pageNode('Page 1').getByText('Page 1').first().click()
  await page.keyboard.up('Shift')
  await expect(builder.settings.getByRole('heading', { name: '2 pages selected' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.mouse.move(first.x - 20, first.y - 30)
  await page.keyboard.down('Shift')
  await page.mouse.down()
  await page.mouse.move(second.x + second.width + 10, second.y + second.height + 20, { steps: 12 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(builder.settings.getByRole('heading', { name: '2 pages selected' })).toBeVisible()

  await builder.settings.getByRole('button', { name: 'Align left' }).click()
  const xOf = async (title: string) => (await builder.pageNode(title).boundingBox())?.x ?? 0
  await expect.poll(async () => (await xOf('Page 1')) - (await xOf('Initial Page'))).toBe(0)
  await page.keyboard.press('Shift+A')
  await expect(page.getByText('Arranged the pages')).toBeVisible()
  await expect
    .poll(async () => (await xOf('Page 1')) - (await xOf('Initial Page')))
    .toBeGreaterThan(100)
})

test('the "+" of an edge puts a page in between, and undo takes it out', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Edges')
  const from = await builder.findHandle('Initial Page')
  const to = await builder.pageNode('Page 1').boundingBox()
  if (!to) throw new Error('not on the screen')
  await page.mouse.move((from.x + to.x) / 2, from.y)
  await page.getByRole('button', { name: 'Add a page here' }).click()
  const tree = page.getByRole('tree', { name: 'Pages' }).getByRole('treeitem', { level: 1 })
  await expect(tree).toHaveText([/^Initial Page/, /^Page 2/, /^Page 1/])
  await page.keyboard.press('Control+z')
  await expect(tree).toHaveText([/^Initial Page/, /^Page 1/])
})
