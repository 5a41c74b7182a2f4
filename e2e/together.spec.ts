import { expect, type Page } from '@playwright/test'
import { countRenderedPages, watchRenderedPages } from '#testing/bench/count-rendered-pages.ts'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

const statusOf = (page: Page, text: string) =>
  page.locator('header').getByText(text, { exact: true }).first()

/** A flow of the first one's, opened by both. */
const openTogether = async (one: Page, other: Page, name: string) => {
  const first = await FlowBuilder.createBlank(one, `${name} by two`)
  await first.add('Text', 'Page 1')
  await first.save()
  await other.goto(one.url())
  const second = new FlowBuilder(other)
  await expect(second.component('Page 1', 'Text')).toBeVisible()
  await expect(one.getByRole('button', { name: 'Go to Dewi Lestari' })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Go to Sri Hartono' })).toBeVisible()
  return [first, second] as const
}

test('two edit one flow: operations, avatars, rings and pointers appear without a reload', async ({
  signIn,
}) => {
  const [one, other] = [await signIn('owner'), await signIn('admin')]
  await watchRenderedPages(other)
  const [first, second] = await openTogether(one, other, 'Together')
  await first.add('Number', 'Page 1')
  await expect.poll(() => second.titles('Page 1')).toEqual(['Text', 'Number'])
  await second.add('Date', 'Page 1')
  await expect.poll(() => first.titles('Page 1')).toEqual(['Text', 'Number', 'Date'])

  await first.component('Page 1', 'Number').click()
  const ring = other.locator('[data-peer-ring]')
  await expect(ring).toHaveText('Sri Hartono')
  await expect(
    other.locator('[data-peers]').getByRole('img', { name: 'Sri Hartono' }),
  ).toBeVisible()
  const row = await second.component('Page 1', 'Number').boundingBox()
  const around = await ring.boundingBox()
  expect(Math.abs((row?.y ?? 0) - (around?.y ?? 0))).toBeLessThan(6)

  const pointer = other.locator('[data-cursor]').filter({ hasText: 'Sri Hartono' })
  const rendered = await countRenderedPages(other, async () => {
    const place = await first.findEmptyPlace()
    for (let step = 0; step < 12; step += 1) {
      await one.mouse.move(place.x + step * 12, place.y - step * 4)
      await one.waitForTimeout(60)
    }
    await expect(pointer).toBeVisible()
    await other.waitForTimeout(300)
  })
  expect(rendered).toBe(0)
  await expectAccessible(other)

  await other.getByRole('button', { name: 'Go to Sri Hartono' }).click()
  await expect(second.settings.getByLabel('Title')).toHaveValue('Number')
  await one.close()
  await expect(other.getByRole('button', { name: 'Go to Sri Hartono' })).toHaveCount(0)
  await expect(ring).toHaveCount(0)
})

test('a setting that both have changed is asked about once, side by side', async ({ signIn }) => {
  const [one, other] = [await signIn('owner'), await signIn('admin')]
  const [first, second] = await openTogether(one, other, 'Conflict')
  await first.component('Page 1', 'Text').click()
  await second.component('Page 1', 'Text').click()
  await other.context().setOffline(true)
  await second.settings.getByLabel('Title').fill('Name of Dewi')
  await expect(statusOf(other, 'Offline: kept here')).toBeVisible()
  await first.settings.getByLabel('Title').fill('Name of Sri')
  await first.save()
  await other.context().setOffline(false)
  const dialog = other.getByRole('dialog', { name: 'Somebody else changed this too' })
  await expect(dialog).toBeVisible()
  await expect(statusOf(other, 'Conflict: choose')).toBeVisible()
  await expect(dialog.getByText('Name of Sri', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Use mine instead' }).click()
  await expect(dialog).toHaveCount(0)
  await second.save()
  await expect.poll(() => first.titles('Page 1')).toEqual(['Name of Dewi'])
  await expect(first.settings.getByLabel('Title')).toHaveValue('Name of Dewi')
  // Undo takes back one's own work only.
  await first.component('Page 1', 'Name of Dewi').click()
  await one.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => first.titles('Page 1')).toEqual(['Name of Dewi'])
})

test('a tab that is killed in the middle of an edit loses nothing, even beside another one', async ({
  signIn,
}) => {
  const [one, other] = [await signIn('owner'), await signIn('admin')]
  const [first, second] = await openTogether(one, other, 'Crash')
  const tab = await one.context().newPage()
  await tab.goto(one.url())
  const twin = new FlowBuilder(tab)
  await expect(twin.component('Page 1', 'Text')).toBeVisible()
  await one.context().setOffline(true)
  await first.add('Number', 'Page 1')
  await twin.add('Date', 'Page 1')
  await expect(statusOf(one, 'Offline: kept here')).toBeVisible()
  await expect(statusOf(tab, 'Offline: kept here')).toBeVisible()
  await one.close()
  await tab.context().setOffline(false)
  await expect.poll(() => second.titles('Page 1')).toContain('Date')
  await tab.reload()
  // In whichever order: a tab that is being closed may have sent its edit yet.
  const titles = async () => (await second.titles('Page 1')).toSorted()
  await expect.poll(titles).toEqual(['Date', 'Number', 'Text'])
})

test('offline and back: what both did meanwhile is there', async ({ signIn }) => {
  const [one, other] = [await signIn('owner'), await signIn('admin')]
  const [first, second] = await openTogether(one, other, 'Offline')
  await other.context().setOffline(true)
  // By a drag: the menu of components has not been fetched yet.
  await second.drag('Date', 'Page 1')
  await first.add('Number', 'Initial Page')
  await first.save()
  await expect(statusOf(other, 'Offline: kept here')).toBeVisible()
  await other.context().setOffline(false)
  await expect(statusOf(other, 'Saved')).toBeVisible()
  await expect.poll(() => first.titles('Page 1')).toEqual(['Text', 'Date'])
  await expect.poll(() => second.titles('Initial Page')).toEqual(['Number'])
})
