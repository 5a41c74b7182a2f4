import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'
import { Preview } from './pages/preview.ts'

// Tries flows in the builder's preview: nothing is sent, nothing is charged, nothing is stored.

/** What a page asks of the server that a preview must never ask. */
const watchSends = (page: Page): string[] => {
  const sends: string[] = []
  page.on('request', (request) => {
    if (/\/otp\/|\/tasks|\/task-files/.test(new URL(request.url()).pathname)) {
      sends.push(`${request.method()} ${request.url()}`)
    }
  })
  return sends
}

const readBalance = async (page: Page): Promise<unknown> =>
  (await page.request.get('/api/v1/billing/balance')).json()

const openLastMile = async (page: Page): Promise<void> => {
  await page.goto('/flows')
  // Other scenarios have made more flows than the list shows at once.
  await page.getByLabel('Search flows').fill('Last-mile')
  await page.getByRole('link', { name: 'Last-mile delivery', exact: true }).first().click()
  await expect(page.getByRole('group', { name: 'Page Confirmation' })).toBeVisible()
}

/** A flow of its own in which an answer decides: to a photo, or to the finish. */
const openBranching = async (page: Page, name: string): Promise<Preview> => {
  const options = [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ]
  const comparisons = [{ field: 'delivered', operator: 'is', value: 'yes' }]
  const next = [
    { id: 't1', to: 'photo', when: { match: 'all', comparisons } },
    { id: 't2', to: 'finish' },
  ]
  const delivered = {
    type: 'select',
    id: 'delivered',
    title: 'Delivered',
    style: 'button',
    options,
  }
  const order = { type: 'input', id: 'order', title: 'Order number' }
  const parcel = { type: 'photo', id: 'parcel', title: 'Parcel' }
  const at = (x: number) => ({ x, y: 0 })
  const pages = [
    { id: 'start', kind: 'initial', title: 'Start', position: at(0), components: [order] },
    { id: 'door', kind: 'mobile', title: 'Door', position: at(360), components: [delivered], next },
    { id: 'photo', kind: 'mobile', title: 'Photo', position: at(720), components: [parcel] },
  ]
  const created = await page.request.post('/api/v1/flows', {
    data: { name, document: { settings: { name }, pages } },
    headers: { origin: new URL(page.url()).origin },
  })
  expect(created.status()).toBe(201)
  await page.goto(`/flows/${(await created.json()).id}`)
  const preview = new Preview(page)
  await preview.open()
  return preview
}

test('the last-mile flow is tried through to Finish Task: nothing is sent or charged', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const balance = await readBalance(page)
  const sends = watchSends(page)
  await openLastMile(page)
  const preview = new Preview(page)
  await preview.open()
  await preview.press('Create Task')
  await expect(preview.line('The task is not created: Fill in Order number.')).toBeVisible()
  await preview.phone.getByLabel('Order number').fill('A-17')
  await page.getByRole('button', { name: 'Fill in this page' }).click()
  await expect(preview.phone.getByLabel('Order number')).toHaveValue('A-17')
  await preview.press('Create Task')
  await expect(preview.heading('Arrival')).toBeFocused()
  await page.getByRole('button', { name: 'Fill in this page' }).click()
  await preview.press('Next')
  await preview.press('Send Code')
  await expect(preview.phone.getByText('Sent', { exact: true })).toBeVisible()
  const message = page.getByRole('region', { name: /^Test of/ }).getByRole('status')
  const code = await message.locator('strong').innerText()
  await preview.phone.getByLabel('Code').fill(code)
  await preview.press('Verify')
  await expect(preview.phone.getByText('Verified')).toBeVisible()
  await expect(preview.trace.getByText('This run would cost 2.00 credits')).toBeVisible()
  await preview.press('Finish Task')
  await expect(preview.heading('Task done')).toBeVisible()
  await expect(preview.line('Task finished over 2 pages')).toBeVisible()
  await expect(page.getByRole('heading', { name: '3 of 3 ways walked' })).toBeVisible()
  await expect(page.locator('.react-flow__edge-path.walked')).toHaveCount(3)
  expect(sends).toEqual([])
  expect(await readBalance(page)).toEqual(balance)
})

test('every outcome of a code is one click, and shows what the field would see', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const sends = watchSends(page)
  await openLastMile(page)
  await page.getByRole('group', { name: 'Page Confirmation' }).locator('header').click()
  await page.keyboard.press('Shift+F9')
  const preview = new Preview(page)
  await expect(preview.heading('Confirmation')).toBeVisible()
  const outcomes: [string, string | RegExp][] = [
    ['Delivered', 'Delivered'],
    ['Wrong code', 'Wrong code: 4 tries left.'],
    ['Expired', 'The code has expired. Send a new one.'],
    ['Undeliverable', 'This number is not on WhatsApp.'],
    ['No credit', 'There is not enough OTP credit'],
    ['Provider down', 'The provider could not be reached in time.'],
    ['Too many sends', 'Too many codes were sent. Try again in 10 minutes.'],
    ['Country not allowed', 'does not send codes to this country'],
    ['Invalid recipient', 'WhatsApp cannot reach this number.'],
    ['Too many tries', 'Too many tries with this code.'],
    ['Right code', 'Verified'],
  ]
  for (const [outcome, words] of outcomes) {
    await preview.play(outcome)
    await expect(preview.phone.getByText(words).first()).toBeVisible()
  }
  await preview.play('Undeliverable')
  await preview.press('Send by SMS instead')
  await expect(preview.phone.getByText('by SMS')).toBeVisible()
  await preview.play('5 min later')
  await expect(preview.phone.getByText('The code has expired')).toBeVisible()
  expect(sends).toEqual([])
})

test('decisions are in the trace, ways never taken are marked, and one goes back in it', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const preview = await openBranching(page, 'A flow to try')
  await expect(page.getByRole('heading', { name: '0 of 4 ways walked' })).toBeVisible()
  await expect(page.locator('.react-flow__edge-path.missed')).toHaveCount(4)
  await preview.phone.getByLabel('Order number').fill('A-18')
  await preview.press('Create Task')
  await preview.phone.getByRole('radio', { name: 'No' }).check()
  await preview.press('Finish Task')
  await expect(preview.line('Door → Finish Task: no condition held')).toBeVisible()
  await expect(page.locator('.react-flow__edge-path.missed')).toHaveCount(2)
  const entered = preview.line('Start → Door')
  await entered.hover()
  await entered.getByRole('button', { name: /^Go back to/ }).click()
  await expect(preview.heading('Door')).toBeVisible()
  await expect(preview.line('Task finished')).toHaveCount(0)
  await preview.phone.getByRole('radio', { name: 'Yes' }).check()
  await preview.press('Next')
  await preview.line('Door → Photo, because Delivered is Yes').getByRole('button').first().click()
  await expect(page.locator('.react-flow__edge-path.chosen')).toHaveCount(1)
  const missed = page.getByRole('region', { name: '3 of 4 ways walked' })
  await expect(missed.getByRole('button', { name: 'Photo → Finish Task' })).toBeVisible()
  await missed.getByRole('switch').click()
  await expect(page.locator('.react-flow__edge-path.missed')).toHaveCount(0)
  await page.getByRole('button', { name: 'Fill in this page' }).click()
  await expect(preview.phone.getByRole('img', { name: 'Photo 1 of Parcel' })).toBeVisible()
  await preview.press('Finish Task')
  await expect(preview.heading('Task done')).toBeVisible()
})

test('a page is tried from its menu; edits of the draft appear and keep what was answered', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const preview = await openBranching(page, 'A flow to edit')
  const builder = new FlowBuilder(page)
  await builder.outlineItem('Photo').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Preview from this page' }).click()
  await expect(preview.heading('Photo')).toBeVisible()
  await expect(preview.line('Begun on Photo')).toBeVisible()
  await preview.press('Back')
  await expect(preview.phone.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await page.getByRole('button', { name: 'Phone large, on the canvas' }).click()
  await page.getByRole('tab', { name: 'Settings' }).click()
  await builder.outlineItem('Delivered').click()
  await builder.settings.getByLabel('Title', { exact: true }).fill('Handed over')
  await expect(preview.phone.getByText('Handed over')).toBeVisible()
  await expect(preview.phone.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await builder.add('Text', 'Door')
  await expect(preview.phone.getByLabel('Text')).toBeVisible()
})

test('by keyboard: F9 goes into the phone, its keys stay there, Escape leaves it', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  const preview = await openBranching(page, 'A flow by keyboard')
  const { keyboard } = page
  const builder = new FlowBuilder(page)
  await builder.component('Start', 'Order number').click()
  await keyboard.press('F9')
  await expect(preview.phone).toBeFocused()
  await keyboard.press('Delete')
  await keyboard.press('Tab')
  await keyboard.type('A-19/?')
  await expect(preview.phone.getByLabel('Order number')).toHaveValue('A-19/?')
  expect(await builder.titles('Start')).toEqual(['Order number'])
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(preview.heading('Door')).toBeFocused()
  await keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Start over' })).toBeFocused()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the preview, and it fills a phone's screen (${scheme})`, async ({
    signIn,
  }) => {
    const page = await signIn('admin')
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await openLastMile(page)
    await page.getByRole('group', { name: 'Page Confirmation' }).locator('header').click()
    await page.keyboard.press('Shift+F9')
    const preview = new Preview(page)
    await preview.play('Wrong code')
    await expect(preview.phone.getByText('Wrong code')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: /^(Dark|Light) phone$/ }).click()
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(preview.phone).toBeInViewport()
    await expectAccessible(page)
    const box = await page
      .getByRole('complementary', { name: 'Settings and problems' })
      .boundingBox()
    expect(box).toMatchObject({ x: 0, width: 390 })
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844)
  })
}
