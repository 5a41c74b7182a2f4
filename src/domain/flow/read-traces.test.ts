import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anOtpFlow } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { toFlowState } from './flow-state.ts'
import { invertOperation } from './invert-operation.ts'
import { readTraces } from './read-traces.ts'

test('what an operation is taken back with leaves the traces that it found', () => {
  fc.assert(
    fc.property(fc.array(operationSeed, { maxLength: 30 }), (seeds) => {
      let state = toFlowState(anOtpFlow())
      for (const seed of seeds) {
        const operation = toOperation(state, seed)
        const applied = operation && applyOperation(state, operation)
        if (operation === undefined || !applied?.ok) continue
        const back = applyOperation(applied.value, invertOperation(state, operation))
        if (!back.ok) throw new Error('an inverse was refused')
        expect(readTraces(back.value, operation)).toBe(readTraces(state, operation))
        state = applied.value
      }
    }),
  )
})

test('a setting that somebody else has set is another trace; one beside it is not', () => {
  const state = toFlowState(anOtpFlow())
  const update = (changes: Record<string, string | number>) => ({
    type: 'component.update' as const,
    componentId: 'otp',
    changes,
  })
  const after = (changes: Record<string, string | number>) => {
    const applied = applyOperation(state, update(changes))
    if (!applied.ok) throw new Error('refused')
    return applied.value
  }
  const mine = update({ title: 'Mine' })
  const before = readTraces(state, mine)
  expect(readTraces(after({ digits: 8 }), mine)).toBe(before)
  expect(readTraces(after({ title: 'Theirs' }), mine)).not.toBe(before)
})
