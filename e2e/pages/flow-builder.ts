import { expect, type Locator, type Page } from '@playwright/test'

/** The Flow Builder, as somebody with a mouse uses it. */
export class FlowBuilder {
  readonly page: Page
  readonly settings: Locator

  constructor(page: Page) {
    this.page = page
    this.settings = page.getByRole('complementary', { name: 'Settings and problems' })
  }

  /** New → Blank flow, then its name. */
  static async createBlank(page: Page, name: string): Promise<FlowBuilder> {
    await page.getByRole('link', { name: 'Flows' }).click()
    await page.getByRole('button', { name: 'New' }).click()
    await page.getByRole('menuitem', { name: 'Blank flow' }).click()
    const builder = new FlowBuilder(page)
    await page.getByRole('textbox', { name: 'Flow name' }).fill(name)
    await page.keyboard.press('Enter')
    return builder
  }

  /** Where components are dropped on a page: just above its Add button. */
  addButton(pageTitle: string): Locator {
    return this.page.getByRole('button', { name: `Add a component to ${pageTitle}` })
  }

  /** A component as it stands on the canvas. */
  component(pageTitle: string, title: string): Locator {
    return this.page
      .getByRole('list', { name: `Components of ${pageTitle}`, exact: true })
      .getByRole('button', { name: new RegExp(`^${title}`) })
  }

  /** Drags a component from the palette to the end of a page. */
  async drag(component: string, pageTitle: string): Promise<void> {
    const from = this.page
      .getByRole('region', { name: 'Components' })
      .getByRole('button', { name: component, exact: true })
    await from.scrollIntoViewIfNeeded()
    await this.dragOnto(from, this.addButton(pageTitle))
  }

  /** Presses on one thing and lets go over another, the way a hand does it: in many small steps. */
  async dragOnto(from: Locator, to: Locator, { at }: { at?: 'top' } = {}): Promise<void> {
    const start = await from.boundingBox()
    const end = await to.boundingBox()
    if (!start || !end) throw new Error('nothing to drag, or nowhere to drop it')
    const { mouse } = this.page
    await mouse.move(start.x + start.width / 2, start.y + start.height / 2)
    await mouse.down()
    const y = at === 'top' ? end.y + 2 : end.y + end.height / 2
    await mouse.move(end.x + end.width / 2, y, { steps: 15 })
    // Two frames, so that the line is where the pointer is.
    await this.page.waitForTimeout(50)
    await mouse.up()
  }

  /** A page on the canvas. */
  pageNode(pageTitle: string): Locator {
    return this.page.getByRole('group', { name: `Page ${pageTitle}`, exact: true })
  }

  /** A page or component in the outline. */
  outlineItem(title: string): Locator {
    return this.page
      .getByRole('tree', { name: 'Pages' })
      .getByRole('treeitem', { name: new RegExp(`^${title}`) })
  }

  /** Where the ways of a page begin: in the middle of its header's right edge. */
  async findHandle(pageTitle: string): Promise<{ x: number; y: number }> {
    const box = await this.pageNode(pageTitle).boundingBox()
    if (!box) throw new Error(`${pageTitle} is not on the screen`)
    const zoom = box.width / 272
    return { x: box.x + box.width, y: box.y + 26 * zoom }
  }

  /** Where ways to the finish end. */
  async findFinish(): Promise<{ x: number; y: number }> {
    const box = await this.page.locator('[data-canvas]').getByText('Finish Task').boundingBox()
    if (!box) throw new Error('the finish is not on the screen')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** A place of the canvas below the pages, where nothing lies. */
  async findEmptyPlace(): Promise<{ x: number; y: number }> {
    const box = await this.page.locator('[data-canvas]').boundingBox()
    if (!box) throw new Error('no canvas')
    return { x: box.x + box.width * 0.6, y: box.y + box.height * 0.82 }
  }

  /** The titles of a page's components, in order. */
  async titles(pageTitle: string): Promise<string[]> {
    const rows = this.page
      .getByRole('list', { name: `Components of ${pageTitle}`, exact: true })
      .getByRole('button')
    const texts = await rows.allInnerTexts()
    return texts.map((text) => (text.split('\n')[0] ?? '').replace(/ \*$/, ''))
  }

  /** Waits until the canvas has come to rest after a zoom. */
  async settle(): Promise<void> {
    await this.page.waitForTimeout(350)
  }

  /** Adds a component by the "+" of a page. */
  async add(component: string, pageTitle: string): Promise<void> {
    await this.addButton(pageTitle).click()
    await this.page.getByRole('option', { name: component, exact: true }).click()
  }

  /** Waits until everything is on the server. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s')
    await expect(this.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  }

  async expectNoProblems(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Problems' }).click()
    await expect(this.settings.getByText('No problems')).toBeVisible()
    await this.page.getByRole('tab', { name: 'Settings' }).click()
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: /^Publish/ })
    await dialog.getByRole('button', { name: /^Publish version/ }).click()
    await expect(dialog).toBeHidden()
    // The state stands in the header, on a narrow screen in the settings of the flow.
    const state = this.page.getByText('Published', { exact: true }).filter({ visible: true })
    await expect(state).toBeVisible()
  }
}
