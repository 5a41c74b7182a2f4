import { expect, type Page } from '@playwright/test'

/** A field worker on the phone, doing one task. */
export class Work {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the newest task of a flow. */
  async open(flowName: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Work' }).click()
    await this.page.getByRole('link', { name: flowName }).first().click()
  }

  async sendCode(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send Code' }).click()
    await expect(this.page.getByLabel('Code')).toBeFocused()
  }

  async enterCode(code: string): Promise<void> {
    await this.page.getByLabel('Code').fill(code)
    await this.page.getByRole('button', { name: 'Verify' }).click()
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Finish Task' }).click()
    await expect(this.page.getByRole('heading', { name: 'Task done' })).toBeVisible()
  }
}

/** A code of the same length that is not the right one. */
export const wrongCodeFor = (code: string): string =>
  code.replace(/.$/, (last) => String((Number(last) + 1) % 10))
