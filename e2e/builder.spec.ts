import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { dragByFinger } from './pages/finger.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

test('an OTP on an empty page is valid after two actions: drag it, take the fix', async ({
  signIn,
}) => {
  const builder = await FlowBuilder.createBlank(await signIn('admin'), 'Two actions')
  await builder.drag('OTP', 'Page 1')
  await builder.settings.getByRole('button', { name: /Add a Phone Number field/ }).click()
  await expect(builder.settings.getByLabel('Recipient Field')).toHaveValue('phoneNumber')
  await builder.expectNoProblems()
})

test('a drag lands where the line shows, under any zoom, within a page and between pages', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Dragging')
  for (const name of ['Text', 'Number', 'Date']) await builder.add(name, 'Page 1')
  for (const zoom of ['Zoom out', 'Zoom out', 'Zoom in', 'Zoom in', 'Zoom in']) {
    await page.getByRole('button', { name: zoom }).click()
    await builder.settle()
    const before = await builder.titles('Page 1')
    const [first = '', second = '', third = ''] = before
    await builder.dragOnto(builder.component('Page 1', third), builder.component('Page 1', first), {
      at: 'top',
    })
    expect(await builder.titles('Page 1')).toEqual([third, first, second])
  }
  await builder.dragOnto(builder.component('Page 1', 'Number'), builder.addButton('Initial Page'))
  expect(await builder.titles('Initial Page')).toEqual(['Number'])
  expect(await builder.titles('Page 1')).toHaveLength(2)
})

test('Escape takes a drag back', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Escaping')
  await builder.add('Text', 'Initial Page')
  const from = await builder.component('Initial Page', 'Text').boundingBox()
  const to = await builder.addButton('Page 1').boundingBox()
  if (!from || !to) throw new Error('not on the screen')
  await page.mouse.move(from.x + 30, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 30, to.y, { steps: 10 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await builder.titles('Page 1')).toEqual([])
})

test('everything goes by keyboard alone', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Keyboard')
  const palette = page.getByRole('region', { name: 'Components' })
  const pages = page.getByRole('region', { name: 'Pages' })
  await pages.getByRole('treeitem', { name: /^Initial Page/ }).focus()
  await page.keyboard.press('Enter')
  await palette.getByRole('button', { name: 'Phone Number' }).focus()
  await page.keyboard.press('Enter')
  await pages.getByRole('treeitem', { name: /^Page 1/ }).focus()
  await page.keyboard.press('Enter')
  await palette.getByRole('searchbox').fill('mfa')
  await palette.getByRole('button', { name: 'OTP' }).focus()
  await page.keyboard.press('Enter')
  // There is exactly one field that fits, so it is chosen already.
  await expect(builder.settings.getByLabel('Recipient Field')).toHaveValue('phoneNumber')
  await palette.getByRole('searchbox').fill('')
  await palette.getByRole('button', { name: 'Text', exact: true }).focus()
  await page.keyboard.press('Enter')
  expect(await builder.titles('Page 1')).toEqual(['OTP', 'Text'])
  await page.keyboard.press('Alt+ArrowUp')
  expect(await builder.titles('Page 1')).toEqual(['Text', 'OTP'])
  await page.keyboard.press('Alt+ArrowLeft')
  expect(await builder.titles('Initial Page')).toEqual(['Phone Number', 'Text'])
  await page.keyboard.press('Delete')
  expect(await builder.titles('Initial Page')).toEqual(['Phone Number'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect(await builder.titles('Page 1')).toEqual(['Text', 'OTP'])
  await page.keyboard.press('Control+Shift+z')
  expect(await builder.titles('Initial Page')).toEqual(['Phone Number', 'Text'])
})

test('an arrow key moves a page, and the move is saved and undone', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Arrows')
  const node = page.getByRole('group', { name: 'Page Page 1' })
  const before = await node.boundingBox()
  await node.focus()
  await page.keyboard.press('Enter')
  for (let times = 0; times < 8; times += 1) await page.keyboard.press('ArrowDown')
  await builder.save()
  await expect
    .poll(async () => (await node.boundingBox())?.y)
    .toBeGreaterThan((before?.y ?? 0) + 10)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await node.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
})

test('fields that do not fit are listed, disabled, with the reason', async ({ signIn }) => {
  const builder = await FlowBuilder.createBlank(await signIn('admin'), 'Reasons')
  await builder.add('Email', 'Initial Page')
  await builder.drag('OTP', 'Page 1')
  await builder.add('Phone Number', 'Page 1')
  await builder.component('Page 1', 'OTP').click()
  const field = builder.settings.getByLabel('Recipient Field')
  await expect(
    field.getByRole('option', { name: /Email – is Email, not Phone Number/ }),
  ).toBeDisabled()
  await expect(
    field.getByRole('option', { name: /Phone Number – is below on this page/ }),
  ).toBeDisabled()
  await builder.settings.getByLabel('Send OTP Via').selectOption('Email')
  await field.selectOption({ label: 'Email' })
  await builder.settings.getByLabel('Send OTP Via').selectOption('SMS')
  await expect(field).toHaveValue('')
})

test('a click on a problem leads to the setting that mends it', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Problems')
  await builder.add('Phone Number', 'Page 1')
  await builder.drag('OTP', 'Page 1')
  await builder.component('Page 1', 'Phone Number').click()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('tab', { name: 'Problems' }).click()
  await builder.settings.getByText(/is below the OTP on the same page/).click()
  await expect(builder.settings.getByLabel('Recipient Field')).toBeFocused()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Mend 1 problem before you publish')).toBeVisible()
})

test('edits made offline outlive the tab and are sent when back', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Offline')
  await builder.save()
  const address = page.url()
  await page.context().setOffline(true)
  await builder.addButton('Page 1').click()
  await expect(page.getByText(/can not be fetched while offline/)).toBeVisible()
  await builder.drag('Currency', 'Page 1')
  await expect(page.getByRole('alert').filter({ hasText: 'Offline' })).toBeVisible()
  const context = page.context()
  await page.close()
  await context.setOffline(false)
  const reopened = await context.newPage()
  await reopened.goto(address)
  const again = new FlowBuilder(reopened)
  await expect(again.component('Page 1', 'Currency')).toBeVisible()
  await again.save()
  await reopened.reload()
  await expect(again.component('Page 1', 'Currency')).toBeVisible()
})

test('a finger drags a component by its grip', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Touch')
  await builder.add('Text', 'Initial Page')
  const row = await builder.component('Initial Page', 'Text').boundingBox()
  const goal = await builder.addButton('Page 1').boundingBox()
  if (!row || !goal) throw new Error('not on the screen')
  const from = { x: row.x + row.width - 14, y: row.y + row.height / 2 }
  const to = { x: goal.x + goal.width / 2, y: goal.y }
  await dragByFinger(page, from, to)
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Text'])
})
