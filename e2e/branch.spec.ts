import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { dragByFinger } from './pages/finger.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

// One flow, built and published three times: a code only where the parcel is handed over.

const drag = async (page: Page, from: Point, to: Point) => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 15 })
  await page.waitForTimeout(60)
  await page.mouse.up()
}

interface Point {
  x: number
  y: number
}

const centre = async (locator: ReturnType<Page['locator']>): Promise<Point> => {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What all three must come to. */
const expectBranch = async (builder: FlowBuilder): Promise<void> => {
  const { page } = builder
  expect(await builder.titles('Initial Page')).toEqual(['Phone Number', 'Choice'])
  expect(await builder.titles('Page 2')).toEqual(['OTP'])
  await expect(page.getByRole('button', { name: 'Choice is Option 2' }).first()).toBeVisible()
  await expect(page.locator('[data-canvas]').getByText('otherwise')).toBeVisible()
  await builder.expectNoProblems()
  await builder.save()
  await builder.publish()
}

test('an OTP flow with a branch is built and published by mouse', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'A branch by mouse')
  await builder.drag('Phone Number', 'Initial Page')
  await builder.drag('Dropdown', 'Initial Page')
  await builder.drag('Text', 'Page 1')
  const palette = page.getByRole('region', { name: 'Components' })
  const otp = palette.getByRole('button', { name: 'OTP', exact: true })
  await otp.scrollIntoViewIfNeeded()
  await drag(page, await centre(otp), await builder.findEmptyPlace())
  await expect(builder.settings.getByLabel('Recipient Field')).toHaveValue('phoneNumber')
  await page.getByRole('button', { name: 'Fit to screen' }).click()
  await builder.settle()
  await drag(page, await builder.findHandle('Page 1'), await builder.findFinish())
  await builder.settings.getByLabel('Value 1').selectOption('Option 2')
  await expectBranch(builder)
})

test('an OTP flow with a branch is built and published by keyboard alone', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'A branch by keyboard')
  const { keyboard } = page
  const addHere = async (name: string) => {
    await keyboard.press('/')
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await keyboard.type(name)
    await keyboard.press('Enter')
  }
  await builder.outlineItem('Initial Page').focus()
  await keyboard.press('Space')
  await addHere('Phone Number')
  await addHere('Dropdown')
  await builder.outlineItem('Page 1').focus()
  await keyboard.press('Space')
  await addHere('Text')
  await keyboard.press('Shift+P')
  await addHere('mfa')
  await expect(builder.settings.getByLabel('Recipient Field')).toHaveValue('phoneNumber')
  await builder.outlineItem('Page 1').focus()
  await keyboard.press('Space')
  await keyboard.press('Shift+C')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await keyboard.type('Finish')
  await keyboard.press('Enter')
  await builder.settings.getByLabel('Value 1').focus()
  await keyboard.press('ArrowDown')
  await expectBranch(builder)
})

test('an OTP flow with a branch is built and published by touch', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'A branch by touch')
  const palette = page.getByRole('region', { name: 'Components' })
  const grip = async (name: string): Promise<Point> => {
    const button = palette.getByRole('button', { name, exact: true })
    await button.scrollIntoViewIfNeeded()
    const box = await button.boundingBox()
    if (!box) throw new Error(`${name} is not on the screen`)
    return { x: box.x + 20, y: box.y + box.height / 2 }
  }
  const dragOnto = async (name: string, pageTitle: string) =>
    dragByFinger(page, await grip(name), await centre(builder.addButton(pageTitle)))
  await dragOnto('Phone Number', 'Initial Page')
  await dragOnto('Dropdown', 'Initial Page')
  await dragOnto('Text', 'Page 1')
  await dragByFinger(page, await grip('OTP'), await builder.findEmptyPlace())
  await expect(builder.settings.getByLabel('Recipient Field')).toHaveValue('phoneNumber')
  await page.getByRole('button', { name: 'Fit to screen' }).click()
  await builder.settle()
  await dragByFinger(page, await builder.findHandle('Page 1'), await builder.findFinish())
  await builder.settings.getByLabel('Value 1').selectOption('Option 2')
  await expectBranch(builder)
})
