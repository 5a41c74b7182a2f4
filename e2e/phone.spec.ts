import { expect, type Locator } from '@playwright/test'
import { phone, test } from './fixtures.ts'
import { tapByFinger } from './pages/finger.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

test('on a phone a tap adds a component, which is seen above the drawer', async ({ signIn }) => {
  const page = await signIn('admin')
  await page.setViewportSize(phone)
  const builder = await FlowBuilder.createBlank(page, 'On a phone')
  const opener = page.getByRole('button', { name: 'Components' })
  await opener.click()
  const drawer = page.getByRole('complementary', { name: 'Components and pages' })
  await expect(drawer.getByRole('button', { name: 'Close' })).toBeFocused()

  const tap = async (name: string) => {
    const button = drawer.getByRole('button', { name, exact: true })
    await button.scrollIntoViewIfNeeded()
    const box = await button.boundingBox()
    if (!box) throw new Error(`${name} is not on the screen`)
    await tapByFinger(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  }
  const names = ['Text', 'Number', 'Date', 'Email', 'Phone Number', 'OTP']
  for (const name of names) {
    await tap(name)
    const row = builder.component('Page 1', name)
    await expect(row).toBeVisible()
    await builder.settle()
    const [seen, over] = [await row.boundingBox(), await drawer.boundingBox()]
    expect(seen && over && seen.y + seen.height <= over.y).toBe(true)
  }
  await expect.poll(() => builder.titles('Page 1')).toEqual(names)

  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(opener).toBeFocused()
})

test('on a phone what the settings are about is seen above them, and messages are too', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Above the settings')
  for (const name of ['Text', 'Number', 'Date']) await builder.add(name, 'Page 1')
  await page.setViewportSize(phone)
  const row = builder.component('Page 1', 'Date')
  await page.getByRole('button', { name: 'Settings' }).click()
  const drawer = page.getByRole('complementary', { name: 'Settings and problems' })
  await expect(drawer).toBeVisible()
  await builder.settle()
  const topOf = async (place: Locator) => (await place.boundingBox())?.y ?? 0
  const bottomOf = async (place: Locator) => {
    const box = await place.boundingBox()
    return box ? box.y + box.height : Number.NaN
  }
  expect(await bottomOf(row)).toBeLessThanOrEqual(await topOf(drawer))
  await page.locator('header').getByRole('button', { name: 'Undo', exact: true }).click()
  const message = page.locator('[data-sonner-toast]').filter({ hasText: /^Undone/ })
  await expect(message).toBeVisible()
  await expect.poll(async () => (await bottomOf(message)) <= (await topOf(drawer))).toBe(true)
})
