import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { renameComponent } from './compose-operations.ts'
import { composeRestore, type RestoreWish } from './compose-restore.ts'
import { findProblems } from './find-problems.ts'
import { type FlowState, joinPage, toFlowDocument, toFlowState } from './flow-state.ts'
import { invertOperation } from './invert-operation.ts'
import type { Operation } from './operation-schema.ts'

const version = toFlowState(
  aFlow(
    [aComponent('input', { id: 'phone', dataType: 'phoneNumber' })],
    aPage('goods', [aComponent('photo', { id: 'photo' }), aComponent('timer', { id: 'timer' })]),
    aPage('receiver', [aComponent('otp', { id: 'otp', title: 'OTP', recipientField: 'phone' })]),
  ),
)

const apply = (state: FlowState, operation: Operation): FlowState => {
  const applied = applyOperation(state, operation)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value
}

const edit = (...operations: Operation[]) => operations.reduce(apply, version)

const restore = (draft: FlowState, wish: RestoreWish) => {
  const composed = composeRestore(draft, version, { ...wish, version: 3 })
  if (!composed.ok) return composed.error.message
  return composed.value === undefined ? draft : apply(draft, composed.value)
}

const restored = (draft: FlowState, wish: RestoreWish): FlowState => {
  const state = restore(draft, wish)
  if (typeof state === 'string') throw new Error(state)
  return state
}

test('all of a version comes back, and the flow keeps its name', () => {
  const draft = edit(
    { type: 'flow.update', changes: { name: 'Delivery' } },
    { type: 'page.remove', pageId: 'goods' },
    { type: 'component.update', componentId: 'otp', changes: { digits: 8 } },
  )
  const document = toFlowDocument(version)
  expect(toFlowDocument(restored(draft, {}))).toEqual({
    ...document,
    settings: { ...document.settings, name: 'Delivery' },
  })
})

test('a component comes back to its place with its settings, and nothing else changes', () => {
  const draft = edit(
    { type: 'component.update', componentId: 'otp', changes: { digits: 8 } },
    { type: 'component.update', componentId: 'photo', changes: { title: 'Parcel' } },
    { type: 'component.move', componentId: 'photo', pageId: 'receiver', index: 0 },
  )
  const state = restored(draft, { componentId: 'photo' })
  expect(joinPage(state, 'goods')).toEqual(joinPage(version, 'goods'))
  expect(state.componentsById.otp).toBe(draft.componentsById.otp)
})

test('a component whose page is gone says so', () => {
  const draft = edit({ type: 'page.remove', pageId: 'receiver' })
  expect(restore(draft, { componentId: 'otp' })).toMatch(/Its page "receiver" is no longer/)
})

test('a deleted page comes back to its place in the order', () => {
  const draft = edit({ type: 'page.remove', pageId: 'goods' })
  expect(toFlowDocument(restored(draft, { pageId: 'goods' }))).toEqual(toFlowDocument(version))
})

test('what came onto a page since leaves it: home, or for good when it is new', () => {
  const fresh = aComponent('signature', { id: 'signature' })
  const draft = edit(
    { type: 'component.move', componentId: 'otp', pageId: 'goods', index: 0 },
    { type: 'component.add', pageId: 'goods', index: 0, component: fresh },
  )
  expect(toFlowDocument(restored(draft, { pageId: 'goods' }))).toEqual(toFlowDocument(version))
})

test('what has no home to go back to stays on the page', () => {
  const draft = edit(
    { type: 'component.move', componentId: 'otp', pageId: 'goods', index: 0 },
    { type: 'page.remove', pageId: 'receiver' },
  )
  const { pagesById } = restored(draft, { pageId: 'goods' })
  expect(pagesById.goods?.componentOrder).toEqual(['photo', 'timer', 'otp'])
})

test('a reference to what is gone becomes a problem', () => {
  const draft = edit(
    { type: 'component.remove', componentId: 'otp' },
    { type: 'component.remove', componentId: 'phone' },
  )
  const context = { readyChannels: [], allowedChannels: [], componentLimit: null }
  const problems = findProblems(restored(draft, { componentId: 'otp' }), context)
  expect(
    problems.some(({ componentId, code }) => componentId === 'otp' && /recipient/.test(code)),
  ).toBe(true)
})

test('its words name what came back and the version', () => {
  const draft = edit({ type: 'component.remove', componentId: 'otp' })
  const composed = composeRestore(draft, version, { componentId: 'otp', version: 3 })
  expect(composed).toMatchObject({ value: { label: 'Restored OTP from version 3' } })
})

test('whatever happened since: any part can be restored, twice changes nothing more, undo takes it back', () => {
  fc.assert(
    fc.property(
      fc.array(operationSeed, { maxLength: 30 }),
      fc.constantFrom<RestoreWish>(
        {},
        { pageId: 'goods' },
        { pageId: 'receiver' },
        { pageId: 'initial' },
        { componentId: 'otp' },
        { componentId: 'timer' },
      ),
      (seeds, wish) => {
        const draft = seeds.reduce((state, seed) => {
          const operation = toOperation(state, seed)
          const applied = operation && applyOperation(state, operation)
          return applied?.ok ? applied.value : state
        }, version)
        const composed = composeRestore(draft, version, { ...wish, version: 3 })
        if (!composed.ok || composed.value === undefined) return
        const after = apply(draft, composed.value)
        expect(composeRestore(after, version, { ...wish, version: 3 })).toEqual({ ok: true })
        const undone = apply(after, invertOperation(draft, composed.value))
        expect(toFlowDocument(undone)).toEqual(toFlowDocument(draft))
        const { componentId, pageId } = wish
        if (componentId) {
          expect(after.componentsById[componentId]).toEqual(version.componentsById[componentId])
        }
        if (pageId) expect(after.pagesById[pageId]?.next).toEqual(version.pagesById[pageId]?.next)
      },
    ),
  )
})

test('a component that got another id since comes back in its place, not beside itself', () => {
  const draft = edit(renameComponent(version, 'phone', 'mobile'))
  expect(toFlowDocument(restored(draft, { componentId: 'phone' }))).toEqual(toFlowDocument(version))
})
