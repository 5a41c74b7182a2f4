import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

const outlineOf = (page: Page) => page.getByRole('region', { name: 'Pages' })
const row = (page: Page, name: string) =>
  outlineOf(page).getByRole('treeitem', { name: new RegExp(`^${name}`) })

test('"/" and "+" suggest the OTP that goes to the field before', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Quick add')
  await builder.add('Phone Number', 'Initial Page')
  await builder.addButton('Page 1').click()
  await page.getByRole('option', { name: 'OTP to Phone Number' }).click()
  await expect(builder.settings.getByLabel('Recipient Field')).toHaveValue('phoneNumber')
  await expect(builder.addButton('Page 1')).toBeFocused()
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Add a component to Page 1' }).fill('note')
  await page.keyboard.press('Enter')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['OTP', 'Text'])
})

test('menus open by keyboard on their first item, and Undo keeps the focus', async ({ signIn }) => {
  const page = await signIn('admin')
  await page.getByRole('link', { name: 'Flows' }).click()
  const trigger = page.getByRole('button', { name: 'New', exact: true })
  for (const key of ['Enter', 'ArrowDown', 'Enter']) {
    await trigger.focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(trigger).toBeFocused()
  }
  const builder = await FlowBuilder.createBlank(page, 'Focus')
  await builder.add('Text', 'Page 1')
  const undo = page.locator('header').getByRole('button', { name: 'Undo', exact: true })
  await undo.focus()
  while (await undo.isEnabled()) await page.keyboard.press('Enter')
  await expect(undo).toBeFocused()
  await expect.poll(() => builder.titles('Page 1')).toEqual([])
})

test('settings keep the focus when a button goes away, and what is undone offers no Undo', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Kept')
  await page.getByRole('searchbox', { name: 'Search components' }).fill('mfa')
  await page.keyboard.press('Enter')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['OTP'])
  const { settings } = builder
  await settings.getByRole('button', { name: /^Add a Phone Number field/ }).focus()
  await page.keyboard.press('Enter')
  await expect(settings.getByLabel('Recipient Field')).toHaveValue('phoneNumber')
  await expect(settings.getByLabel('Recipient Field')).toBeFocused()
  await builder.pageNode('Page 1').locator('header').click()
  await settings.getByRole('button', { name: 'Add a way with a condition' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(settings.getByRole('button', { name: 'Page 1' })).toBeFocused()
  const message = page.locator('[data-sonner-toast]')
  await builder.component('Page 1', 'OTP').click()
  await page.keyboard.press('Delete')
  await expect(message.getByRole('button', { name: 'Undo' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(message.filter({ hasText: /^Undone/ })).toBeVisible()
  await expect(message.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('components are copied, cut and pasted by the system clipboard, one step each', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Clipboard')
  for (const name of ['Text', 'Number']) await builder.add(name, 'Page 1')
  await builder.component('Page 1', 'Text').click()
  await builder.component('Page 1', 'Number').click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Text', 'Number', 'Text', 'Number'])
  await page.keyboard.press('ControlOrMeta+x')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Text', 'Number'])
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Text', 'Number'])
})

test('the outline edits by keyboard alone, and keeps the focus', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Outline')
  await builder.add('Phone Number', 'Initial Page')
  await row(page, 'Initial Page').focus()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 'Phone Number')).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Phone Number'])
  await expect(row(page, 'Phone Number')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('Mobile')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Mobile')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(builder.settings.getByLabel('Title')).toBeFocused()
  await row(page, 'Mobile').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => builder.titles('Page 1')).toEqual([])
  await expect(row(page, 'Page 1')).toBeFocused()
  await page.keyboard.press('Shift+N')
  await expect(row(page, 'Page 2')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(row(page, 'Page 2')).toHaveCount(0)
  await expect(row(page, 'Page 1')).toBeFocused()
  await outlineOf(page).getByLabel('Search pages and components').fill('is:invalid')
  await expect(row(page, 'Page 1')).toBeVisible()
  await expect(row(page, 'Initial Page')).toHaveCount(0)
})

test('the focus stays on the canvas with what the keyboard moves, renames and deletes', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Focus')
  for (const name of ['Text', 'Number', 'Date']) await builder.add(name, 'Page 1')
  await builder.component('Page 1', 'Text').click()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(builder.component('Page 1', 'Text')).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(builder.component('Initial Page', 'Text')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('Name')
  await page.keyboard.press('Enter')
  await expect(builder.component('Initial Page', 'Name')).toBeFocused()
  await builder.component('Page 1', 'Number').click()
  await page.keyboard.press('Delete')
  await expect(builder.component('Page 1', 'Date')).toBeFocused()
  await builder.pageNode('Page 1').focus()
  await page.keyboard.press('Shift+P')
  await builder.pageNode('Page 2').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Delete')
  await expect(builder.pageNode('Page 2')).toHaveCount(0)
  await expect(builder.pageNode('Page 1')).toBeFocused()
})

test('found in the palette, replaced everywhere, taken back in the list of steps', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Finding')
  for (const name of ['Text', 'Number']) await builder.add(name, 'Page 1')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search everything' }).fill('text')
  await page.getByRole('option', { name: /^Text/ }).first().click()
  await expect(builder.settings.getByLabel('Title')).toHaveValue('Text')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByLabel('Find', { exact: true }).fill('text')
  await page.getByLabel('Replace with').fill('Name of receiver')
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Name of receiver', 'Number'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'List of steps' }).click()
  await page.getByRole('button', { name: 'Added Text to Page 1' }).click()
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Text'])
})

test('the focus goes on to the next text where one was replaced, and to the next problem', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Passed on')
  for (const name of ['Text', 'OTP', 'OTP']) await builder.add(name, 'Page 1')
  await page.getByRole('tab', { name: /Problems/ }).click()
  const problems = page.getByRole('region', { name: 'Problems', exact: true })
  const fix = problems.getByRole('button', { name: /^Add a|^Use / })
  await fix.first().click()
  await expect(problems.getByRole('listitem').first().getByRole('button').first()).toBeFocused()
  await fix.first().click()
  await expect(problems).toContainText('Another OTP on this page')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByLabel('Find', { exact: true }).fill('otp')
  await page.getByLabel('Replace with').fill('Code')
  const matches = page.getByRole('list', { name: 'Matches' }).getByRole('button', { name: /^Rep/ })
  await matches.first().click()
  await expect(matches.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(matches).toHaveCount(0)
  await expect(page.getByLabel('Find', { exact: true })).toBeFocused()
})

test('Escape leads from the settings back to the row of the outline', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'There and back')
  await builder.add('Text', 'Page 1')
  const row = page.getByRole('treeitem', { name: /^Text/ })
  await row.click()
  await row.press('Enter')
  await expect(builder.settings.getByLabel('Title', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  await expect(row).toHaveAttribute('aria-selected', 'true')
})

test('F6 goes from area to area, and back', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Areas')
  await builder.pageNode('Page 1').click()
  const areas = [
    page.getByRole('tab', { name: 'Settings' }),
    page.getByLabel('Search components'),
    page.getByRole('treeitem', { name: /^Page 1/ }),
    builder.pageNode('Page 1'),
  ]
  for (const area of areas) {
    await page.keyboard.press('F6')
    await expect(area).toBeFocused()
  }
  for (const area of areas.toReversed().slice(1)) {
    await page.keyboard.press('Shift+F6')
    await expect(area).toBeFocused()
  }
})

const overlays: [name: string, open: (page: Page, builder: FlowBuilder) => Promise<void>][] = [
  ['quick add', (_, builder) => builder.addButton('Page 1').click()],
  ['command palette', (page) => page.keyboard.press('ControlOrMeta+k')],
  ['find and replace', (page) => page.keyboard.press('ControlOrMeta+f')],
  ['keyboard shortcuts', (page) => page.keyboard.press('?')],
  ['connect page to', (page) => page.keyboard.press('Shift+C')],
  ['list of steps', (page) => page.getByRole('button', { name: 'List of steps' }).click()],
  ['context menu', (page) => row(page, 'Page 1').click({ button: 'right' })],
]

test('axe finds nothing in what lies over the builder', async ({ signIn }) => {
  const page = await signIn('admin')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const builder = await FlowBuilder.createBlank(page, 'Overlays')
  await row(page, 'Page 1').click()
  for (const [name, open] of overlays) {
    await test.step(name, async () => {
      await open(page, builder)
      await expect(page.locator('[role=dialog], [role=menu]')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(page.locator('[role=dialog], [role=menu]')).toHaveCount(0)
    })
  }
})

test('what is to be decided comes before publishing, and then publishing goes on', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  await FlowBuilder.createBlank(page, 'Taken name')
  const builder = await FlowBuilder.createBlank(page, 'Free name')
  await builder.add('Text', 'Page 1')
  await builder.save()
  await page.getByRole('textbox', { name: 'Flow name' }).fill('Taken name')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const conflict = page.getByRole('dialog', { name: 'This could not be saved' })
  await expect(conflict.getByText('Another flow is called "Taken name".')).toHaveCount(1)
  await expectAccessible(page)
  await conflict.getByRole('button', { name: 'Close' }).last().click()
  const publish = page.getByRole('dialog', { name: 'Publish for the first time' })
  await publish.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Published version 1', { exact: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Flow name' })).toHaveValue('Free name')
})

test('an OTP that is dropped on the Initial Page goes to the page after it', async ({ signIn }) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Dropped')
  await builder.drag('Phone Number', 'Initial Page')
  await builder.drag('OTP', 'Initial Page')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['OTP'])
  expect(await builder.titles('Initial Page')).toEqual(['Phone Number'])
  await builder.expectNoProblems()
})

test('no letter is lost while the command palette is fetched for the first time', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const builder = await FlowBuilder.createBlank(page, 'Typed ahead')
  await page.route(/command-palette.*js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await builder.pageNode('Page 1').locator('header').click()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('date t', { delay: 20 })
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toHaveValue('date t')
  await page.keyboard.type('ime')
  await page.keyboard.press('Enter')
  await expect.poll(() => builder.titles('Page 1')).toEqual(['Date Time'])
})
