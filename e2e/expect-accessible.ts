import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Axe finds nothing wrong with what a page shows, or with a part of it. */
export const expectAccessible = async (page: Page, part = 'html'): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join('\n'))
  expect(found).toEqual([])
}

/** Axe finds nothing wrong with what a page shows, neither in its light colours nor in its dark ones. */
export const expectAccessibleInBothSchemes = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page)
  }
}
