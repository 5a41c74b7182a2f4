import { expect, test } from 'vitest'
import { getComponentType } from '#domain/components/component-registry.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { aFile, readFirst } from '#testing/mileapp/read-mileapp-file.ts'
import { applyOperation } from '../apply-operation.ts'
import { changeComponentType, renameComponent } from '../compose-operations.ts'
import { toFlowState } from '../flow-state.ts'
import { writeMileappFlow } from './write-mileapp-flow.ts'

const onlyComponent = (component: object) =>
  readFirst(aFile({ id: 'it', title: 'It', ...component })).document.pages[1]?.components[0]

test('copies of a component do not share the id that it came with', () => {
  const { document } = readFirst(aFile({ component: 'input', id: 'Shop Name', title: 'Shop' }))
  const pages = document.pages.map((page) => ({
    ...page,
    components: page.components.flatMap((one) => [one, { ...one, id: 'copy' }]),
  }))
  expect(writeMileappFlow({ ...document, pages }).flow).toMatchObject({
    pages: [{}, { components: [{ id: 'Shop Name' }, { id: 'copy' }] }],
  })
})

test('what MileApp cannot say is listed, in the file too', () => {
  const base = aFlow(
    [aComponent('input', { id: 'phone', title: 'Phone', dataType: 'phoneNumber', helpText: 'x' })],
    aPage('first', [aComponent('otp', { id: 'otp', recipientField: 'phone' })], {
      title: 'First',
      next: [
        {
          id: 't',
          to: 'finish',
          when: {
            match: 'all',
            comparisons: [{ field: 'phone', operator: 'isEmpty', value: null }],
          },
        },
      ],
    }),
  )
  const settings = { ...base.settings, description: 'A description', language: 'id' as const }
  const { flow, notes } = writeMileappFlow({ ...base, settings })
  expect(notes.map(({ path, title, message }) => [path, title, message])).toEqual([
    ['settings.description', null, 'MileApp has no place for the description.'],
    ['settings.language', null, 'MileApp has no place for the message language.'],
    ['pages.0.components.0', 'Phone', 'MileApp has no place for: Help Text.'],
    [
      'pages.1.next.0',
      'First',
      'The way to the finish when Phone is empty: MileApp goes from page to page in order.',
    ],
  ])
  expect(flow).toMatchObject({
    pages: [{ id: 'page0' }, { id: 'page1', title: 'First' }],
    sandi: { notCarriedOver: notes.map(({ kind: _kind, ...note }) => note) },
  })
})

test('references that are kept follow a component that is renamed here', () => {
  const file = aFile(
    { component: 'input', id: 'address', title: 'Address', geocodeAs: 'spot' },
    { component: 'bill', id: 'bill', title: 'Bill', value: '$spot' },
    { component: 'input', id: 'spot', title: 'Spot', type: 'Geolocation' },
  )
  const state = toFlowState(readFirst(file).document)
  const renamed = applyOperation(state, renameComponent(state, 'spot', 'place'))
  if (!renamed.ok) throw new Error(renamed.error.message)
  expect(renamed.value.componentsById).toMatchObject({
    address: { foreign: { geocodeAs: 'place' } },
    bill: { foreign: { value: '$place' } },
  })
})

test('another Component Type drops what was kept, and says so', () => {
  const component = onlyComponent({ component: 'photo', tags: ['a'] })
  if (component === undefined) throw new Error('nothing was read')
  const [preset] = getComponentType('input').presets
  const changed = changeComponentType(component, 'input', preset)
  expect(changed.component.foreign).toEqual({})
  expect(changed.dropped).toContain('foreign')
})
