import { expect, test } from 'vitest'
import { currentSchemaVersion } from '../flow-schema.ts'
import { parseDocument } from '../parse-document.ts'
import { liftStoredDocument, liftStoredOperation } from './lift-document.ts'
import versionOne from './samples/version-1.json' with { type: 'json' }
import versionTwo from './samples/version-2.json' with { type: 'json' }
import versionThree from './samples/version-3.json' with { type: 'json' }

test('a document of version 1 is lifted to one that parses to itself', () => {
  const lifted = liftStoredDocument(versionOne)
  expect(lifted.schemaVersion).toBe(currentSchemaVersion)
  expect(parseDocument(lifted)).toEqual({ ok: true, value: lifted })
  expect(lifted.settings.foreign).toEqual({})
  expect(lifted.pages.map(({ foreign }) => foreign)).toEqual([{}, {}])
  const components = lifted.pages.flatMap((page) => page.components)
  expect(components.map(({ foreign }) => foreign)).toEqual(components.map(() => ({})))
})

test('one of version 2 gets a language and its OTP the rules of its backup, and keeps the rest', () => {
  const lifted = liftStoredDocument(versionTwo)
  expect(parseDocument(lifted)).toEqual({ ok: true, value: lifted })
  expect(lifted.settings).toEqual({ ...versionTwo.settings, language: 'en' })
  const [before] = versionTwo.pages[1]?.components ?? []
  expect(lifted.pages[1]).toEqual({
    ...versionTwo.pages[1],
    components: [{ ...before, backupAutomatic: false, backupAfterSeconds: 60 }],
  })
})

test('one of version 3 loses the blanks at the ends of its titles; blanks alone are named', () => {
  const lifted = liftStoredDocument(versionThree)
  expect(parseDocument(lifted)).toEqual({ ok: true, value: lifted })
  const titles = lifted.pages.flatMap(({ components }) => components.map(({ title }) => title))
  expect(titles).toEqual(['Phone', 'Untitled'])
})

test('all else of it stays as it was', () => {
  const { foreign: _none, language, ...settings } = liftStoredDocument(versionOne).settings
  expect(language).toBe('en')
  expect(settings).toEqual(versionOne.settings)
  expect(liftStoredDocument(versionOne).pages[1]?.next).toEqual(versionOne.pages[1]?.next)
})

test('the document itself is not touched, and a present one is passed through', () => {
  const before = JSON.stringify(versionOne)
  const lifted = liftStoredDocument(versionOne)
  expect(JSON.stringify(versionOne)).toBe(before)
  expect(liftStoredDocument(lifted)).toBe(lifted)
})

test('a change of a title is lifted, also inside of a batch; one of a page is not', () => {
  const update = { type: 'component.update', componentId: 'phone', changes: { title: ' ' } }
  expect(liftStoredOperation(update)).toEqual({ ...update, changes: { title: 'Untitled' } })
  const batch = { type: 'batch', label: 'x', operations: [update] }
  expect(liftStoredOperation(batch)).toMatchObject({
    operations: [{ changes: { title: 'Untitled' } }],
  })
  const other = { type: 'component.update', componentId: 'phone', changes: { required: false } }
  expect(liftStoredOperation(other)).toEqual(other)
  const ofPage = { type: 'page.update', pageId: 'initial', changes: { title: 'A ' } }
  expect(liftStoredOperation(ofPage)).toEqual(ofPage)
})

test('an operation of the log is lifted, also inside of a batch', () => {
  const [page] = versionOne.pages
  const component = page?.components[0]
  const add = { type: 'component.add', pageId: 'initial', index: 0, component }
  expect(liftStoredOperation(add)).toMatchObject({ component: { id: 'phone', foreign: {} } })
  const batch = { type: 'batch', label: 'x', operations: [{ type: 'page.add', index: 1, page }] }
  expect(liftStoredOperation(batch)).toMatchObject({
    operations: [{ page: { foreign: {}, components: [{ id: 'phone', foreign: {} }] } }],
  })
})
