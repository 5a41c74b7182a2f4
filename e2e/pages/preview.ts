import { expect, type Locator, type Page } from '@playwright/test'

/** The Preview tab of the Flow Builder, and the phone in it. */
export class Preview {
  readonly page: Page
  readonly phone: Locator
  readonly trace: Locator

  constructor(page: Page) {
    this.page = page
    this.phone = page.getByRole('region', { name: 'Phone', exact: true })
    this.trace = page.getByRole('region', { name: 'Trace' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Preview', exact: true }).click()
    await expect(this.phone).toBeVisible()
  }

  async press(button: string): Promise<void> {
    await this.phone.getByRole('button', { name: button, exact: true }).click()
  }

  async play(outcome: string): Promise<void> {
    await this.page
      .getByRole('region', { name: /^Test of/ })
      .getByRole('button', { name: outcome, exact: true })
      .click()
  }

  /** The page that the phone shows. */
  heading(title: string): Locator {
    return this.phone.getByRole('heading', { level: 2, name: title })
  }

  /** A line of the trace. */
  line(text: string | RegExp): Locator {
    return this.trace.getByRole('listitem').filter({ hasText: text })
  }
}
