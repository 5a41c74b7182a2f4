import { expect, it } from 'vitest'
import { brandedNumberStates, findNextState, listNextSteps } from './branded-number.ts'

it('a branded number is reviewed before it is active, and can rest afterwards', () => {
  const steps = ['request', 'review', 'activate', 'suspend', 'resume'] as const
  const states = steps.map((step, index) =>
    findNextState(index === 0 ? null : (reached[index - 1] ?? null), step),
  )
  expect(states).toEqual(reached)
})

const reached = ['requested', 'in-review', 'active', 'suspended', 'active'] as const

it('after a refusal it can be asked for again, and nothing else', () => {
  expect(listNextSteps('refused')).toEqual(['request'])
})

it('a second request while one is open is none', () => {
  const open = brandedNumberStates.filter((state) => state !== 'refused')
  expect(open.map((state) => findNextState(state, 'request'))).toEqual(open.map(() => undefined))
})

it('what is active can be neither refused nor activated again', () => {
  expect(listNextSteps('active')).toEqual(['suspend'])
})
