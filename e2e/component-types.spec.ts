import { expect, type Page } from '@playwright/test'
import { pageSpacing } from '#domain/flow/page-spacing.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { chromiumArguments, findChromium } from '../.config/find-chromium.mjs'
import { expectAccessible } from './expect-accessible.ts'
import { test } from './fixtures.ts'
import { createTask } from './pages/tasks.ts'
import { Work } from './pages/work.ts'

const executablePath = findChromium()
test.use({
  launchOptions: {
    // A microphone that beeps, and no question whether it may be used.
    args: [
      ...chromiumArguments,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
    ...(executablePath ? { executablePath } : {}),
  },
})

const monas = { latitude: -6.175392, longitude: 106.827153 }
const north = (metres: number) => ({ ...monas, latitude: monas.latitude + metres / 111_195 })

const aDocument = (name: string) => ({
  ...aFlow(
    [aComponent('photo', { id: 'parcel', title: 'Parcel', required: false })],
    aPage('place', [
      aComponent('input', {
        id: 'place',
        title: 'Place',
        dataType: 'coordinate',
        geolock: 'point',
        geolockLatitude: monas.latitude,
        geolockLongitude: monas.longitude,
      }),
      aComponent('timer', { id: 'timer', title: 'Loading' }),
    ]),
    aPage('proof', [
      aComponent('photo', {
        id: 'photo',
        title: 'Proof',
        maximum: 2,
        categories: ['Front', 'Back'],
        watermarkTime: true,
        watermarkPosition: true,
        watermarkTask: true,
      }),
      aComponent('signature', { id: 'signature', title: 'Receiver' }),
      aComponent('voice', { id: 'voice', title: 'Remark', maximumSeconds: 30 }),
    ]),
    aPage('bill', [
      aComponent('bill', {
        id: 'bill',
        title: 'Order',
        addNew: true,
        items: [{ name: 'Box', price: 1_500_000 }],
        adjustments: [
          { name: 'Member', kind: 'discount', unit: 'percent', amount: 1_000, optional: true },
        ],
      }),
    ]),
    aPage('list', [
      aComponent('list', { id: 'list', title: 'Checks', entries: ['Roof', 'Walls'], addNew: true }),
    ]),
  ),
  settings: { name, description: '' },
})

/** The same, its pages beside each other. */
const spread = (document: ReturnType<typeof aDocument>) => ({
  ...document,
  pages: document.pages.map((page, index) => ({
    ...page,
    position: { x: index * pageSpacing, y: 0 },
  })),
})

const publish = async (page: Page, name: string) => {
  const created = await page.request.post('/api/v1/flows', {
    data: { document: spread(aDocument(name)) },
  })
  const { id } = (await created.json()) as { id: string }
  const published = await page.request.post(`/api/v1/flows/${id}/publish`)
  expect(await published.text()).toContain('"version":1')
  return id
}

/** A picture larger than is uploaded, made by the browser itself. */
const aPicture = async (page: Page) => {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3_000, height: 2_000 })
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png')
    })
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())]
  })
  return { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from(bytes) }
}

const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click()

test('photos, signature, voice, timer, bill, list and geolock, filled in and looked at', async ({
  signIn,
}) => {
  const name = 'All component types'
  await publish(await signIn('admin'), name)
  const planner = await signIn('planner')
  await createTask(planner, name, {})

  const page = await signIn('worker')
  const work = new Work(page)
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation(north(1_500))
  await work.open(name)

  await page.getByRole('button', { name: 'Use my location' }).click()
  await expect(page.getByText('You are 1.5 km away; at most 100 m is allowed.')).toBeVisible()
  await page.getByRole('button', { name: 'Start' }).click()
  await next(page)
  await expect(page.getByText('Stop Loading first.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.context().setGeolocation(north(40))
  await page.getByRole('button', { name: /Use my location|Measure again/ }).click()
  await expect(page.getByText('40 m from the place')).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expectAccessible(page)
  await next(page)

  await page.getByLabel('Picture for Proof').setInputFiles(await aPicture(page))
  await expect(page.getByRole('img', { name: 'Photo 1 of Proof' })).toBeVisible()
  const pad = page.getByRole('img', { name: 'Area to sign Receiver on' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no area to sign on')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 110, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Clear' })).toBeEnabled()
  await page.getByRole('button', { name: 'Record' }).click()
  await expect(page.getByText('0:01')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByLabel(/Recording of Remark/)).toBeVisible()
  await next(page)
  await expect(page.getByText('Choose a category for every photo.')).toBeVisible()
  await page.getByLabel('Category of Photo 1 of Proof').selectOption('Front')
  await expectAccessible(page)
  await next(page)

  await page.getByRole('button', { name: 'One Box more' }).click()
  await page.getByLabel('Quantity of Box').fill('3')
  await page.getByLabel('New item').fill('Rope')
  await page.getByLabel('Price (IDR)').fill('2500.50')
  await page.getByRole('button', { name: 'Add item' }).click()
  await page.getByLabel('Member').check()
  // 3 × 15,000 + 2,500.50, less 10 %.
  await expect(page.getByText('IDR 42,750.45')).toBeVisible()
  await expectAccessible(page)
  await next(page)

  await page.getByLabel('Walls').check()
  await page.getByLabel('New entry').fill('Door')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Door', { exact: true })).toBeChecked()
  await expectAccessible(page)
  await work.finish()

  await planner
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await expect(planner.getByText('IDR 42,750.45')).toBeVisible()
  await expect(planner.getByLabel(/Recording of Remark/)).toBeVisible()
  await expect(planner.getByRole('img', { name: 'Receiver' })).toBeVisible()
  await planner.getByRole('button', { name: 'Show Photo 1 of Proof whole' }).click()
  const whole = planner.getByRole('dialog').getByRole('img')
  await expect(whole).toHaveJSProperty('naturalWidth', 1_600)
  await expectAccessible(planner)
})

test('a photo that is taken offline is kept, also over a reload, and sent when back', async ({
  signIn,
}) => {
  const name = 'Offline photo'
  await publish(await signIn('admin'), name)
  await createTask(await signIn('planner'), name, {})
  const page = await signIn('worker')
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation(monas)
  await new Work(page).open(name)
  await page.getByRole('button', { name: 'Use my location' }).click()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await next(page)
  await page.getByRole('button', { name: 'Type the name' }).click()
  await page.getByLabel('Name').fill('Ayu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Clear' })).toBeEnabled()

  const picture = await aPicture(page)
  await page.route('**/api/v1/tasks/*/files*', (route) => route.abort())
  await page.getByLabel('Picture for Proof').setInputFiles(picture)
  await expect(page.getByText('Offline, kept here').first()).toBeVisible()
  await expect(page.getByRole('status').getByText('Saved')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('img', { name: 'Photo 1 of Proof' })).toBeVisible()
  await expect(page.getByText('Offline, kept here').first()).toBeVisible()
  await page.unroute('**/api/v1/tasks/*/files*')
  await expect(page.getByText('Offline, kept here')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('img', { name: 'Photo 1 of Proof' })).toBeVisible()
})

test('a planner adds a photo on the Initial Page', async ({ signIn }) => {
  const name = 'Initial photo'
  await publish(await signIn('admin'), name)
  const planner = await signIn('planner')
  await planner.getByRole('link', { name: 'Tasks' }).click()
  await planner.getByRole('button', { name: 'New Task' }).first().click()
  const dialog = planner.getByRole('dialog', { name: 'New Task' })
  await dialog.getByLabel('Flow').selectOption({ label: name })
  await dialog.getByLabel('Picture for Parcel').setInputFiles(await aPicture(planner))
  await expect(dialog.getByRole('img', { name: 'Photo 1 of Parcel' })).toBeVisible()
  await expectAccessible(planner)
  await dialog.getByRole('button', { name: 'Create Task' }).click()
  await expect(dialog).toBeHidden()
  await planner
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await expect(planner.getByRole('img', { name: 'Photo 1 of Parcel' })).toBeVisible()
})

test('an admin changes the settings of every type by keyboard, and axe finds nothing', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  await page.goto(`/flows/${await publish(page, 'Settings of all types')}`)
  const select = async (id: string, title: string) => {
    await page.locator(`[data-row="${id}"] button`).focus()
    await page.keyboard.press('Enter')
    const settings = page.getByRole('form', { name: `Settings of ${title}` })
    await expect(settings.getByLabel('Title')).toHaveValue(title)
    return settings
  }
  const types: [string, string, string][] = [
    ['photo', 'Proof', 'From gallery'],
    ['signature', 'Receiver', 'Required'],
    ['voice', 'Remark', 'Max Duration'],
    ['timer', 'Loading', 'Unpausable'],
    ['bill', 'Order', 'Currency'],
    ['list', 'Checks', 'Pattern'],
    ['place', 'Place', 'Radius (m)'],
  ]
  for (const [id, title, label] of types) {
    const settings = await select(id, title)
    await expect(settings.getByLabel(label, { exact: true })).toBeVisible()
    await expectAccessible(page)
  }

  const bill = await select('bill', 'Order')
  await bill.getByRole('button', { name: 'Add item' }).press('Enter')
  await page.keyboard.type('Long rope')
  await expect(bill.getByLabel('Name of item').nth(1)).toHaveValue('Long rope')
  await bill.getByLabel('Price of Long rope in IDR').fill('2500.50')
  await bill.getByRole('button', { name: 'Move Long rope up' }).press('Enter')
  await expect(bill.getByLabel('Name of item').first()).toHaveValue('Long rope')
  await bill.getByLabel('Currency').fill('JPY')
  await expect(bill.getByLabel('Price of Box in JPY')).toHaveValue('15000')
  await bill.getByLabel('Name of item').first().fill(' ')
  await expect(bill.getByRole('alert').first()).not.toBeEmpty()
  await bill.getByLabel('Name of item').first().fill('Rope')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved')).toBeVisible()
  await page.reload()
  await expect((await select('bill', 'Order')).getByLabel('Name of item').first()).toHaveValue(
    'Rope',
  )
})
