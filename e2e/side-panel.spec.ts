import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

test('the side panel is made wider by hand and by keyboard, and stays so', async ({ signIn }) => {
  const page = await signIn('admin')
  await FlowBuilder.createBlank(page, 'A wider panel')
  const edge = page.getByRole('separator', { name: 'Width of the side panel' })
  const panel = page.getByRole('complementary', { name: 'Settings and problems' })
  const widthOf = async () => Math.round((await panel.boundingBox())?.width ?? 0)
  await expect(edge).toHaveAttribute('aria-valuenow', '320')
  const box = await edge.boundingBox()
  if (box === null) throw new Error('no edge')
  await page.mouse.move(box.x + box.width / 2, 400)
  await page.mouse.down()
  await page.mouse.move(box.x - 100, 400, { steps: 5 })
  await page.mouse.up()
  const dragged = await widthOf()
  expect(dragged).toBeGreaterThan(400)
  await expect(edge).toHaveAttribute('aria-valuenow', String(dragged))
  await edge.focus()
  await page.keyboard.press('ArrowRight')
  expect(await widthOf()).toBe(dragged - 16)
  await page.keyboard.press('End')
  expect(await widthOf()).toBe(640)
  await page.reload()
  await expect(edge).toHaveAttribute('aria-valuenow', '640')
  expect(await widthOf()).toBe(640)
  await edge.dblclick()
  expect(await widthOf()).toBe(320)
})

test('a renamed component and changed options read as what they are before publishing', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Differences in words')
  await builder.add('Phone Number', 'Initial Page')
  await builder.addButton('Page 1').click()
  await page.getByRole('option', { name: 'OTP to Phone Number' }).click()
  await builder.publish()
  await builder.component('Initial Page', 'Phone Number').click()
  await builder.settings.getByLabel('Id', { exact: true }).fill('mobile')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Renamed its key phoneNumber → mobile')).toBeVisible()
  await expect(dialog.getByText(/Deleted|Added/)).toHaveCount(0)
})

test('a blank stays while one types, and is not in the document; blanks alone are refused', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Blanks')
  await builder.add('Text', 'Page 1')
  const title = builder.settings.getByLabel('Title', { exact: true })
  await title.fill('Door n')
  await title.press('Backspace')
  await expect(title).toHaveValue('Door ')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Door'])
  await title.pressSequentially('colour')
  await expect(title).toHaveValue('Door colour')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Door colour'])
  await title.fill('   ')
  await expect(builder.settings.getByText('Must not be empty. Not saved.')).toBeVisible()
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Door colour'])
})
