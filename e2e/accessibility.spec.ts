import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type Role, test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

const expectNoViolations = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
  )
  expect(found).toEqual([])
}

const screens: [Role, string, string][] = [
  ['admin', '/flows', 'Flows'],
  ['planner', '/tasks', 'Tasks'],
  ['worker', '/work', 'My tasks'],
  ['billing', '/billing/rates', 'Rates'],
  ['billing', '/billing/balance', 'Balance'],
  ['admin', '/sandbox', 'Sandbox inbox'],
]

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen (${scheme})`, async ({ signIn, browser, baseURL }) => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }), colorScheme: scheme })
    const stranger = await context.newPage()
    await stranger.goto('/sign-in')
    await expect(stranger.getByRole('button', { name: /^Admin/ })).toBeVisible()
    await expectNoViolations(stranger)
    await context.close()
    for (const [role, path, title] of screens) {
      const page = await signIn(role)
      await page.emulateMedia({ colorScheme: scheme })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(page.getByText('Loading')).toHaveCount(0)
      await expectNoViolations(page)
    }
  })

  test(`axe finds nothing in the builder and its panels (${scheme})`, async ({ signIn }) => {
    const page = await signIn('admin')
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const builder = await FlowBuilder.createBlank(page, `Accessible ${scheme}`)
    await builder.drag('OTP', 'Page 1')
    await expect(builder.settings.getByRole('region', { name: 'Cost' })).toBeVisible()
    await expectNoViolations(page)
    await page.getByRole('tab', { name: /Problems/ }).click()
    await expectNoViolations(page)
  })

  test(`axe finds nothing on a worker's OTP step (${scheme})`, async ({ signIn }) => {
    const page = await signIn('worker')
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page
      .getByRole('link', { name: /Last-mile delivery/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
    await expectNoViolations(page)
  })
}
