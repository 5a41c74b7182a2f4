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
  await expect(builder.settings.getByLabel('Title')).toHaveValue('Page 2')
  await builder.settle()
  const titles = ['Initial Page', 'Page 2', 'Page 1']
  const boxes = await Promise.all(titles.map((title) => builder.pageNode(title).boundingBox()))
  for (const [index, box] of boxes.slice(1).entries()) {
    const before = boxes[index]
    expect(box && before && box.x > before.x + before.width && box.y === before.y).toBe(true)
  }
  await page.keyboard.press('Control+z')
  await expect(tree).toHaveText([/^Initial Page/, /^Page 1/])
})

test('a component dragged from the palette onto a small page lands there, and its ways stay on it', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'From afar')
  await builder.pageNode('Page 1').focus()
  for (let count = 2; count <= 8; count += 1) await page.keyboard.press('Shift+P')
  await expect(builder.pageNode('Page 8')).toBeAttached()
  await page.getByRole('button', { name: 'Fit to screen' }).click()
  await builder.settle()
  const node = await builder.pageNode('Page 2').boundingBox()
  const date = await page
    .getByRole('region', { name: 'Components' })
    .getByRole('button', { name: 'Date', exact: true })
    .boundingBox()
  if (!node || !date) throw new Error('not on the screen')
  await page.mouse.move(date.x + 40, date.y + 10)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1) {
    const part = step / 12
    await page.mouse.move(
      date.x + 40 + (node.x + node.width / 2 - date.x - 40) * part,
      date.y + 10 + (node.y + node.height / 2 - date.y - 10) * part,
    )
    await page.waitForTimeout(25)
  }
  await page.mouse.up()
  await expect(builder.outlineItem('Date')).toBeVisible()
  const nodes = page.locator('[data-canvas] .react-flow__node')
  const area = await nodes.evaluateAll((all) => {
    const boxes = all.map((one) => one.getBoundingClientRect())
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
    }
  })
  const ways = await page
    .locator('[data-canvas] .react-flow__edge-path')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
    )
  expect(ways.length).toBeGreaterThan(7)
  for (const { left, right } of ways) {
    expect(left).toBeGreaterThan(area.left)
    expect(right).toBeLessThan(area.right)
  }
  await page.keyboard.press('Control+z')
  await expect(builder.outlineItem('Date')).toHaveCount(0)
})
