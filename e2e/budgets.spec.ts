import { expect, type Page } from '@playwright/test'
import { benchSizes, budgets } from '#testing/bench/budgets.ts'
import { countRenderedPages } from '#testing/bench/count-rendered-pages.ts'
import { storeLargeFlow } from '#testing/bench/large-flow.ts'
import { countElements, countPagesPerEdit } from '#testing/bench/measure-builder.ts'
import { listScripts, sumBytes } from '#testing/bench/script-weight.ts'
import { visitBuilder, visitFirstRoute, visitWork } from '#testing/bench/visit-routes.ts'
import { test } from './fixtures.ts'

// Only what can be counted; how long things take is for `npm run bench`.

/** When it is too much, the message lists what there is. */
const expectScripts = async (page: Page, most: number): Promise<void> => {
  const scripts = await listScripts(page)
  const list = scripts.map(({ name, bytes }) => `${bytes} ${name}`).join('\n')
  expect(scripts.length).toBeGreaterThan(1)
  expect(sumBytes(scripts), `bytes after gzip:\n${list}`).toBeLessThanOrEqual(most)
}

test('the sign-in screen and the flow menu are at most 130 kB of JavaScript', async ({ page }) => {
  await visitFirstRoute(page)
  await expectScripts(page, budgets.scripts.firstRoute)
})

test('the Flow Builder is at most 300 kB of JavaScript in all', async ({ signIn }) => {
  const page = await signIn('admin')
  await visitBuilder(page, await storeLargeFlow(page.request, 12))
  await expectScripts(page, budgets.scripts.builder)
})

test('a worker loads at most 120 kB of JavaScript, as far as the OTP', async ({ signIn }) => {
  const page = await signIn('worker')
  await visitWork(page)
  await expectScripts(page, budgets.scripts.work)
})

for (const [index, pageCount] of benchSizes.entries()) {
  test(`with ${pageCount} pages, an edit renders one page at most, and few elements`, async ({
    signIn,
  }) => {
    const page = await signIn('admin')
    const flowId = await storeLargeFlow(page.request, pageCount)
    const rendered = await countPagesPerEdit(page, flowId)
    expect(rendered).toBeLessThanOrEqual(budgets.renderedPages[index] ?? 0)
    expect(await countElements(page)).toBeLessThanOrEqual(budgets.elements[index] ?? 0)
  })
}

test('the counting counts: the title of a page is on that page', async ({ signIn }) => {
  const page = await signIn('admin')
  await countPagesPerEdit(page, await storeLargeFlow(page.request, 40))
  await page.locator('[data-canvas] [data-drop-page="page1"] header').click()
  await page.getByLabel('Title', { exact: true }).focus()
  const count = await countRenderedPages(page, async () => {
    await page.keyboard.press('End')
    await page.keyboard.type('!')
    await page.locator('[data-canvas] header', { hasText: 'page1!' }).waitFor()
  })
  expect(count).toBe(1)
})
