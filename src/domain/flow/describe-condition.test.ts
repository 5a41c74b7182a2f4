import { expect, test } from 'vitest'
import { aComponent, aFlow } from '#testing/a-flow.ts'
import { describeCondition, describeConditionShortly } from './describe-condition.ts'
import { toFlowState } from './flow-state.ts'

const title = 'How the customer wants to have the parcel delivered'
const flow = toFlowState(aFlow([aComponent('input', { id: 'wish', title })]))
const condition = {
  match: 'all' as const,
  comparisons: [{ field: 'wish', operator: 'is' as const, value: 'pickup' }],
}

test('a condition that has room is told whole', () => {
  const whole = `${title} is “pickup”`
  expect(describeCondition(condition, flow)).toBe(whole)
  expect(describeConditionShortly(condition, flow, 100)).toBe(whole)
})

test('without room the title gives way, not what is asked of it', () => {
  const short = describeConditionShortly(condition, flow, 31)
  expect(short).toBe('How the customer w… is “pickup”')
  expect(describeConditionShortly(condition, flow, 5)).toBe('How the… is “pickup”')
})
