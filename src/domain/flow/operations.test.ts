import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getComponentType } from '#domain/components/component-registry.ts'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { changeComponentType, renameComponent, toCamelCase } from './compose-operations.ts'
import { type FlowState, toFlowDocument, toFlowState } from './flow-state.ts'
import { invertOperation } from './invert-operation.ts'
import { type Operation, operationSchema } from './operation-schema.ts'
import { parseDocument } from './parse-document.ts'

const start = toFlowState(
  aFlow(
    [aComponent('input', { id: 'phone', dataType: 'phoneNumber' })],
    aPage('one', [aComponent('view', { id: 'shown', value: '$phone' })]),
    aPage('two', [aComponent('otp', { id: 'otp', recipientField: 'phone' })]),
  ),
)

const apply = (state: FlowState, operation: Operation): FlowState => {
  const applied = applyOperation(state, operation)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value
}

const text = (state: FlowState) => JSON.stringify(toFlowDocument(state))

describe('operations', () => {
  test('undoing any operations restores the document byte for byte', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(operationSeed, { maxLength: 60, size: 'max' }), (seeds) => {
        const undo: Operation[] = []
        let state = start
        for (const seed of seeds) {
          const operation = toOperation(state, seed)
          const applied = operation && applyOperation(state, operation)
          if (!operation || !applied?.ok) continue
          undo.push(invertOperation(state, operation))
          state = applied.value
          accepted += 1
          expect(parseDocument(JSON.parse(text(state)))).toMatchObject({ ok: true })
        }
        for (const inverse of undo.reverse()) {
          expect(operationSchema.safeParse(inverse).success).toBe(true)
          state = apply(state, inverse)
        }
        expect(text(state)).toBe(text(start))
      }),
      { numRuns: 200 },
    )
    expect(accepted).toBeGreaterThan(2_000)
  })

  test('what an operation does not change keeps its identity', () => {
    const changes = { title: 'Receiver' }
    const changed = apply(start, { type: 'component.update', componentId: 'otp', changes })
    expect(changed.componentsById.phone).toBe(start.componentsById.phone)
    expect(changed.pagesById).toBe(start.pagesById)
    expect(changed.componentsById.otp).toMatchObject({ title: 'Receiver', recipientField: 'phone' })
  })

  test.each<[string, Operation, string]>([
    [
      'a component that is gone',
      { type: 'component.update', componentId: 'lost', changes: { title: 'x' } },
      'target-gone',
    ],
    [
      'an id that is taken',
      { type: 'component.update', componentId: 'otp', changes: { id: 'phone' } },
      'id-taken',
    ],
    [
      'a setting out of bounds',
      { type: 'component.update', componentId: 'otp', changes: { digits: 9 } },
      'invalid',
    ],
    [
      'a setting that does not exist',
      { type: 'component.update', componentId: 'otp', changes: { colour: 'red' } },
      'invalid',
    ],
    ['removing the Initial Page', { type: 'page.remove', pageId: 'initial' }, 'not-allowed'],
    ['moving the Initial Page', { type: 'page.move', pageId: 'initial', index: 2 }, 'not-allowed'],
  ])('%s is refused', (_, operation, code) => {
    expect(applyOperation(start, operation)).toMatchObject({ ok: false, error: { code } })
  })

  test('no page can be put before the Initial Page', () => {
    const moved = apply(start, { type: 'page.move', pageId: 'two', index: 0 })
    expect(moved.pageOrder).toEqual(['initial', 'two', 'one'])
  })

  test('a batch is applied whole or not at all', () => {
    const refused = applyOperation(start, {
      type: 'batch',
      label: 'two things',
      operations: [
        { type: 'component.remove', componentId: 'otp' },
        { type: 'component.remove', componentId: 'otp' },
      ],
    })
    expect(refused.ok).toBe(false)
  })

  test('renaming a component to the id that it has changes nothing', () => {
    const operation = renameComponent(start, 'phone', 'phone')
    expect(operationSchema.safeParse(operation).success).toBe(true)
    expect(text(apply(start, operation))).toBe(text(start))
  })

  test('renaming a component points every reference to the new id', () => {
    const renamed = apply(start, renameComponent(start, 'phone', 'receiverPhone'))
    expect(renamed.componentsById.otp).toMatchObject({ recipientField: 'receiverPhone' })
    expect(renamed.componentsById.shown).toMatchObject({ value: '$receiverPhone' })
    expect(renamed.componentsById.phone).toBeUndefined()
  })

  test('changing the type keeps what carries over and says what is dropped', () => {
    const otp = toFlowState(anOtpFlow()).componentsById.otp
    if (otp === undefined) throw new Error('no otp')
    const preset = { name: 'email', label: '', description: '', synonyms: [] }
    const settings = { title: 'Email', dataType: 'email' }
    const { component, dropped } = changeComponentType(otp, 'input', { ...preset, settings })
    expect(component).toMatchObject({ type: 'input', id: 'otp', title: 'OTP', dataType: 'email' })
    expect(dropped).toEqual(['recipientField'])
  })

  test('changing the type drops a setting that means something else there, and keeps the others', () => {
    const input = aComponent('input', { id: 'size', required: false, defaultValue: 'L' })
    const [preset] = getComponentType('select').presets
    const { component, dropped } = changeComponentType(input, 'select', preset)
    expect(component).toMatchObject({ type: 'select', required: false, defaultValue: [] })
    expect(dropped).toContain('defaultValue')
  })

  test.each([
    ["Receiver's phone", 'receiversPhone'],
    ['OTP', 'otp'],
    ['2nd Try', 'field2ndTry'],
    ['Überweisung – Größe', 'uberweisungGroE'],
    ['电话', 'component'],
  ])('an id is made of a title: %s → %s', (title, id) => {
    expect(toCamelCase(title)).toBe(id)
  })
})
