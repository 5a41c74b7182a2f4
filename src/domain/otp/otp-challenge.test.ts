import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ChallengeEvent,
  type ChallengeState,
  challengeStates,
  isLive,
  stateAt,
  transition,
} from './otp-challenge.ts'

const events: ChallengeEvent[] = [
  ...(['start', 'postpone', 'accept', 'deliver', 'verify'] as const),
  ...(['expire', 'exhaust', 'fail', 'supersede'] as const),
]

describe('a challenge', () => {
  it('goes from created over sending, sent and delivered to verified', () => {
    let state: ChallengeState | undefined = 'created'
    const way = (['start', 'accept', 'deliver', 'verify'] as const).map((event) => {
      state = state && transition(state, event)
      return state
    })
    expect(way).toEqual(['sending', 'sent', 'delivered', 'verified'])
  })

  it('that is final never changes', () => {
    const final = challengeStates.filter((state) => !isLive(state))
    expect(final).toEqual(['verified', 'expired', 'exhausted', 'failed', 'superseded'])
    for (const state of final) {
      for (const event of events) expect(transition(state, event)).toBeUndefined()
    }
  })

  it('stays final whatever happens, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events)), (happened) => {
        let state: ChallengeState = 'created'
        let final: ChallengeState | undefined
        for (const event of happened) {
          state = transition(state, event) ?? state
          if (final !== undefined) expect(state).toBe(final)
          if (!isLive(state)) final = state
        }
      }),
    )
  })

  it('can not be verified before its code was handed over', () => {
    expect(transition('created', 'verify')).toBeUndefined()
  })

  it('is expired from the very millisecond on, but only while it is live (attack 6)', () => {
    expect(stateAt({ state: 'sent', expiresAt: 1_000 }, 999)).toBe('sent')
    expect(stateAt({ state: 'sent', expiresAt: 1_000 }, 1_000)).toBe('expired')
    expect(stateAt({ state: 'verified', expiresAt: 1_000 }, 2_000)).toBe('verified')
  })
})
