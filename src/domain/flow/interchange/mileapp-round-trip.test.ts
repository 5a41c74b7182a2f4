import { expect, test } from 'vitest'
import inspectionList from '#testing/mileapp/inspection-list.json' with { type: 'json' }
import pickup from '#testing/mileapp/pickup.json' with { type: 'json' }
import { aFile, readAll, readFirst } from '#testing/mileapp/read-mileapp-file.ts'
import { findProblems } from '../find-problems.ts'
import { toFlowState } from '../flow-state.ts'
import { writeMileappFlow } from './write-mileapp-flow.ts'

const exported = (file: unknown) => {
  const { sandi, ...flow } = writeMileappFlow(readFirst(file).document).flow
  return flow
}

const onlyComponent = (component: object) =>
  readFirst(aFile({ id: 'it', title: 'It', ...component })).document.pages[1]?.components[0]

test('a flow in the first spelling of everything comes back as it was', () => {
  expect(exported(pickup)).toEqual(pickup.flow)
})

test('what is kept is listed, and nothing is listed that says nothing', () => {
  const { notes } = readFirst(pickup)
  expect(notes.filter(({ kind }) => kind === 'changed')).toEqual([])
  expect(notes.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    ': _id, organizationId, isDefault, version, orderIndex, configurations',
    'pages.0.components.0: showAs',
    'pages.0.components.2: showAs, useGeocode, geocodeAs',
    'pages.0.components.3: showAs, routeAs',
    'pages.0.components.4: routeAs',
    'pages.1.components.2: tags',
    'pages.2.components.0: costs, editable, valueRef, additionalField',
    'pages.0: enabled',
    'pages.1: showTooltip',
  ])
})

test('a flow that is read means the same here', () => {
  const { document } = readFirst(pickup)
  const components = document.pages.flatMap((page) => page.components)
  const byId = Object.fromEntries(components.map((component) => [component.id, component]))
  expect(document.pages.map(({ kind, title }) => [kind, title])).toEqual([
    ['initial', 'Initial Page'],
    ['mobile', 'Goods'],
    ['mobile', 'Bill'],
    ['mobile', 'Handover'],
  ])
  expect(byId.weight).toMatchObject({ dataType: 'number', unit: 'kg', defaultValue: '1' })
  expect(byId.addressShown).toMatchObject({ value: '$pickupAddress', dataType: 'address' })
  expect(byId.condition).toMatchObject({
    style: 'button',
    defaultValue: ['option1'],
    actions: [
      { options: ['option2'], do: 'show', targets: ['damagePhoto'] },
      { options: ['option1'], do: 'hide', targets: ['damagePhoto'] },
    ],
  })
  expect(byId.charges).toMatchObject({
    items: [{ price: 1_500_000 }, { price: 2_750_000 }],
    adjustments: [
      { kind: 'discount', unit: 'fixed', amount: 500_000 },
      { kind: 'cost', unit: 'fixed', amount: 1_200_000 },
    ],
  })
  expect(byId.handoverCode).toMatchObject({ channel: 'whatsapp', recipientField: 'requesterPhone' })
})

test('`title` and `content` are accepted as ids together with showAs, other task keys are problems', () => {
  const organisation = {
    readyChannels: ['whatsapp'],
    allowedChannels: ['whatsapp'],
    componentLimit: null,
  } as const
  const reservedIn = (file: unknown) =>
    findProblems(toFlowState(readFirst(file).document), organisation)
      .filter(({ code }) => code === 'component-id-reserved')
      .map(({ componentId }) => componentId)
  expect(reservedIn(pickup)).toEqual([])
  expect(
    reservedIn(
      aFile(
        { component: 'input', id: 'content', title: 'Content' },
        { component: 'input', id: 'eta', title: 'ETA', showAs: 'title' },
      ),
    ),
  ).toEqual(['content', 'eta'])
})

test('every flow of a page of flows is found, with its place', () => {
  expect(readAll(inspectionList).map(({ path, read }) => [path, read.ok])).toEqual([
    ['flows.data.0', true],
    ['flows.data.1', true],
  ])
})

test.each<[string, (flow: object) => unknown]>([
  ['alone', (flow) => flow],
  ['in `flow`', (flow) => ({ status: true, message: '', flow })],
  ['in `data`', (flow) => ({ status: true, code: 200, data: flow })],
  ['in a list', (flow) => [flow]],
  ['in a page', (flow) => ({ flows: { current_page: 1, data: [flow] } })],
])('a flow is found %s', (_, wrap) => {
  expect(readFirst(wrap(pickup.flow)).document.settings.name).toBe('Pickup')
})

test('all spellings are read, the first is written', () => {
  const flow = exported(inspectionList) as { pages: { components: Record<string, unknown>[] }[] }
  const byId = Object.fromEntries(
    flow.pages.flatMap(({ components }) => components).map((one) => [one.id, one]),
  )
  expect(byId.shop).toMatchObject({ component: 'input', type: 'String', required: true })
  expect(byId.shop).not.toHaveProperty('isRequired')
  expect(byId.visitAt).toMatchObject({ type: 'Datetime', required: false })
  expect(byId.visitAt).not.toHaveProperty('format')
  expect(byId.budget).toMatchObject({ visible: true, units: ['IDR', 'USD'], useUnit: true })
  expect(byId.stock).toMatchObject({ type: 'quantity', value: ['Coffee', 'Sugar'] })
  expect(byId.here).toMatchObject({ type: 'Geolocation', useGeoLock: true, radius: 250 })
  expect(byId.faults).toMatchObject({ min: 1, max: 2, options: ['Dirt', 'Noise', 'Smell'] })
})

test('what our types cannot say is listed with its place, kept, and written back as it was', () => {
  const { document, notes } = readFirst(inspectionList)
  expect(notes.filter(({ kind }) => kind === 'changed')).toEqual([
    expect.objectContaining({
      path: 'pages.0.components.2',
      message: expect.stringMatching(/^units: \["IDR","USD"\]\. .*first/),
    }),
    expect.objectContaining({
      path: 'pages.2.components.3',
      message: expect.stringMatching(/^max: 20\. .*1 to 10/),
    }),
    expect.objectContaining({
      path: 'pages.2.components.5',
      message: expect.stringMatching(/"subflow" cannot be shown/),
    }),
  ])
  const [, , check] = document.pages
  expect(check?.components[3]).toMatchObject({ minimum: 2, maximum: 5, foreign: { max: 20 } })
  const { pages } = exported(inspectionList) as { pages: { components: unknown[] }[] }
  expect(pages[2]?.components[3]).toMatchObject({ min: 2, max: 20 })
  expect(pages[2]?.components[5]).toEqual(inspectionList.flows.data[0]?.pages[2]?.components[5])
})

test('writing what was read back again changes nothing more', () => {
  const once = writeMileappFlow(readFirst(inspectionList).document).flow
  expect(writeMileappFlow(readFirst(once).document).flow).toEqual(once)
})

test.each<[string, object, object]>([
  [
    'an id that is not camelCase',
    { component: 'input', id: 'Shop_Name' },
    { id: 'shopName', foreign: { id: 'Shop_Name' } },
  ],
  ['no id', { component: 'input', id: undefined, title: 'Shop' }, { id: 'shop', title: 'Shop' }],
  [
    'a title of markup',
    { component: 'view', title: '<script>alert(1)</script>' },
    { title: '<script>alert(1)</script>' },
  ],
  [
    'a title of 200 characters',
    { component: 'view', title: 'é'.repeat(200) },
    { title: 'é'.repeat(100) },
  ],
  [
    'checkboxes without a maximum',
    { component: 'select', type: 'checkbox', options: ['a', 'b'] },
    { maximumSelected: null },
  ],
  [
    'options alike',
    { component: 'select', options: ['a', 'a'] },
    { foreign: { options: ['a', 'a'] } },
  ],
  [
    'a default that is no option',
    { component: 'select', options: ['a'], default: 'b' },
    { defaultValue: [], foreign: { default: 'b' } },
  ],
  [
    'an action with more to it',
    {
      component: 'select',
      options: ['a'],
      onSelect: [{ options: ['a'], action: 'goto', componentAffected: ['x'] }],
    },
    { actions: [], foreign: { onSelect: expect.anything() } },
  ],
  [
    'a fill with its value',
    {
      component: 'select',
      options: ['a'],
      onSelect: [{ options: ['a'], action: 'fill', componentAffected: ['note'], value: 'A' }],
    },
    { actions: [{ do: 'fill', value: 'A', targets: ['note'], options: ['option1'] }] },
  ],
  [
    'a default of a photo',
    { component: 'photo', default: 'x.jpg' },
    { foreign: { default: 'x.jpg' } },
  ],
  [
    'an unknown channel',
    { component: 'otp', serviceSender: 'pigeon' },
    { channel: 'whatsapp', foreign: { serviceSender: 'pigeon' } },
  ],
  [
    'other words for an OTP',
    { component: 'OTP', sendOtpVia: 'SMS', digit: '4', recipient: 'phone' },
    { channel: 'sms', digits: 4, recipientField: 'phone' },
  ],
  [
    'a cost of a kind that is unknown',
    { component: 'bill', masterCosts: [{ type: 'number', name: 'x', amount: 1 }] },
    { adjustments: [], foreign: { masterCosts: expect.anything() } },
  ],
  [
    'a geolock on a text',
    { component: 'input', type: 'String', useGeoLock: true },
    { geolock: 'off', foreign: { useGeoLock: true } },
  ],
])('%s is read harmlessly', (_, component, expected) => {
  expect(onlyComponent(component)).toMatchObject(expected)
})

test('of keys that are kept, too, the first spelling is written', () => {
  expect(onlyComponent({ component: 'bill', cost: [1] })?.foreign).toEqual({ costs: [1] })
  expect(onlyComponent({ component: 'bill', cost: [1], costs: [2] })?.foreign).toEqual({
    cost: [1],
    costs: [2],
  })
})

test('references follow an id that had to change, and go back on export', () => {
  const file = aFile(
    { component: 'input', id: 'Phone No', title: 'Phone', type: 'PhoneNumber' },
    { component: 'view', id: 'shown', title: 'Shown', value: '$Phone No' },
    { component: 'input', id: 'address', title: 'Address', type: 'Address', geocodeAs: 'Phone No' },
    { component: 'otp', id: 'otp', title: 'OTP', recipientField: '$Phone No' },
  )
  const components = readFirst(file).document.pages[1]?.components
  expect(components).toMatchObject([
    { id: 'phoneNo' },
    { value: '$Phone No' },
    { foreign: { geocodeAs: 'phoneNo' } },
    { recipientField: 'phoneNo' },
  ])
  expect(exported(file)).toMatchObject({
    pages: [
      {},
      {
        components: [
          { id: 'Phone No' },
          {},
          { geocodeAs: 'Phone No' },
          { recipientField: '$Phone No' },
        ],
      },
    ],
  })
})

test('of components with one id, the first keeps it', () => {
  const file = aFile(
    { component: 'input', id: 'name', title: 'A' },
    { component: 'input', id: 'name', title: 'B' },
    { component: 'input', id: 'name', title: 'C' },
  )
  expect(readFirst(file).document.pages[1]?.components.map(({ id }) => id)).toEqual([
    'name',
    'name2',
    'name3',
  ])
})

test('the Initial Page is the one called page0; without one there is an empty one', () => {
  const pagesOf = (...ids: (string | undefined)[]) =>
    readFirst({
      name: 'x',
      pages: ids.map((id) => ({ ...(id && { id }), components: [] })),
    }).document.pages.map(({ id, kind }) => `${kind} ${id}`)
  expect(pagesOf('page0', 'page1')).toEqual(['initial page0', 'mobile page1'])
  expect(pagesOf('page1', 'page0')).toEqual(['initial page0', 'mobile page1'])
  expect(pagesOf('page1')).toEqual(['initial page0', 'mobile page1'])
  expect(pagesOf(undefined, undefined)).toEqual(['initial page0', 'mobile page1'])
})
