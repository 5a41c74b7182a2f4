import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { createProblemFinder, findProblems } from './find-problems.ts'
import { type FlowState, toFlowState } from './flow-state.ts'

const organisation: OrganisationContext = {
  readyChannels: ['email', 'sms'],
  allowedChannels: ['email', 'whatsapp', 'sms'],
  componentLimit: 12,
}

const when = (field: string, value: string) => ({
  match: 'all' as const,
  comparisons: [{ field, operator: 'is' as const, value }],
})

const start = () =>
  toFlowState(
    aFlow(
      [
        aComponent('select', {
          id: 'delivery',
          actions: [{ options: ['option1'], do: 'hide', targets: ['phone'], value: null }],
        }),
        aComponent('input', { id: 'name' }),
      ],
      aPage('one', [aComponent('input', { id: 'phone', dataType: 'phoneNumber' })], {
        next: [
          { id: 't1', to: 'three', when: when('delivery', 'option2') },
          { id: 't2', to: 'two', when: null },
        ],
      }),
      aPage('two', [aComponent('otp', { id: 'otp', channel: 'sms', recipientField: 'phone' })]),
      aPage('three', [aComponent('view', { id: 'view', value: '$name' })]),
    ),
  )

test('after any operations, the problems are those of the document looked at afresh', () => {
  let edits = 0
  fc.assert(
    fc.property(fc.array(operationSeed, { minLength: 1, maxLength: 25 }), (seeds) => {
      const find = createProblemFinder(organisation)
      let state: FlowState = start()
      find(state)
      for (const seed of seeds) {
        const operation = toOperation(state, seed)
        const applied = operation && applyOperation(state, operation)
        if (!applied?.ok) continue
        state = applied.value
        edits += 1
        expect(find(state)).toEqual(findProblems(state, organisation))
      }
    }),
    { numRuns: 400 },
  )
  expect(edits).toBeGreaterThan(2_000)
}, 60_000)

test('what an edit does not concern is not looked at again: its problems are the same objects', () => {
  const find = createProblemFinder(organisation)
  const before = find(start())
  const state = start()
  const again = find(state)
  expect(again).toEqual(before)
  const edited = applyOperation(state, {
    type: 'component.update',
    componentId: 'view',
    changes: { title: 'Other' },
  })
  if (!edited.ok) throw new Error(edited.error.message)
  const after = find(edited.value)
  const problem = after.find(({ componentId }) => componentId === 'otp')
  expect(problem).toBeDefined()
  expect(again).toContain(problem)
})
