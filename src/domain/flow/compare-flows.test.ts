import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { compareFlows, isEmptyDifference } from './compare-flows.ts'
import { composeDifference } from './compose-difference.ts'
import { type FlowState, toFlowDocument, toFlowState } from './flow-state.ts'
import { invertOperation } from './invert-operation.ts'

type Seeds = Parameters<typeof toOperation>[1][]

const edit = (flow: FlowState, seeds: Seeds): FlowState =>
  seeds.reduce((state, seed) => {
    const operation = toOperation(state, seed)
    const applied = operation && applyOperation(state, operation)
    return applied?.ok ? applied.value : state
  }, flow)

const start = toFlowState(
  aFlow(
    [aComponent('input', { id: 'phone', dataType: 'phoneNumber' })],
    aPage('goods', [aComponent('photo', { id: 'photo' }), aComponent('timer', { id: 'timer' })]),
    aPage('receiver', [aComponent('otp', { id: 'otp', recipientField: 'phone' })]),
  ),
)

const someEdits = fc.array(operationSeed, { maxLength: 40 })

test('applying the difference makes the one flow the other, byte for byte, and undoing it back', () => {
  fc.assert(
    fc.property(someEdits, someEdits, (left, right) => {
      const before = edit(start, left)
      const after = edit(start, right)
      const operation = composeDifference(before, after, 'Restored')
      if (operation === undefined) {
        expect(after).toEqual(before)
        return
      }
      const applied = applyOperation(before, operation)
      if (!applied.ok) throw new Error(applied.error.message)
      expect(JSON.stringify(toFlowDocument(applied.value))).toBe(
        JSON.stringify(toFlowDocument(after)),
      )
      const undone = applyOperation(applied.value, invertOperation(before, operation))
      expect(undone.ok && JSON.stringify(toFlowDocument(undone.value))).toBe(
        JSON.stringify(toFlowDocument(before)),
      )
    }),
  )
})

test('there is a difference when, and only when, the documents differ', () => {
  fc.assert(
    fc.property(someEdits, someEdits, (left, right) => {
      const before = edit(start, left)
      const after = edit(start, right)
      const isSame =
        JSON.stringify(toFlowDocument(before)) === JSON.stringify(toFlowDocument(after))
      expect(isEmptyDifference(compareFlows(before, after))).toBe(isSame)
      const copy = toFlowState(structuredClone(toFlowDocument(after)))
      expect(isEmptyDifference(compareFlows(after, copy))).toBe(true)
    }),
  )
})

const differenceTo = (pages: Parameters<typeof aFlow>[1][]) =>
  compareFlows(
    start,
    toFlowState(aFlow([aComponent('input', { id: 'phone', dataType: 'phoneNumber' })], ...pages)),
  )

test('moving one component is one move, whatever the order of the others', () => {
  const { components, pages } = differenceTo([
    aPage('goods', [aComponent('timer', { id: 'timer' })]),
    aPage('receiver', [
      aComponent('otp', { id: 'otp', recipientField: 'phone' }),
      aComponent('photo', { id: 'photo' }),
    ]),
  ])
  expect(pages).toEqual([])
  expect(components).toMatchObject([
    { componentId: 'photo', isMoved: true, pageIdBefore: 'goods', pageIdAfter: 'receiver' },
  ])
})

test('a page that comes earlier is the only one that moved', () => {
  const { components, pages } = differenceTo([
    aPage('receiver', [aComponent('otp', { id: 'otp', recipientField: 'phone' })]),
    aPage('goods', [aComponent('photo', { id: 'photo' }), aComponent('timer', { id: 'timer' })]),
  ])
  expect(components).toEqual([])
  expect(pages.filter(({ isMoved }) => isMoved)).toHaveLength(1)
})

test('a setting has its values before and after', () => {
  const after = toFlowState(anOtpFlow({ channel: 'sms' }))
  const { components } = compareFlows(toFlowState(anOtpFlow()), after)
  expect(components).toMatchObject([
    { componentId: 'otp', settings: [{ name: 'channel', before: 'whatsapp', after: 'sms' }] },
  ])
})

test('of 500 pages and their copy nothing differs', () => {
  const pages = Array.from({ length: 500 }, (_, page) =>
    aPage(
      `page${page}`,
      Array.from({ length: 4 }, (_, index) =>
        aComponent('input', { id: `field${page}x${index}`, dataType: 'text' }),
      ),
    ),
  )
  const before = toFlowState(aFlow([], ...pages))
  const after = toFlowState(structuredClone(toFlowDocument(before)))
  expect(isEmptyDifference(compareFlows(before, after))).toBe(true)
})
