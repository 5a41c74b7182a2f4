import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, minute, second } from '#domain/shared/clock.ts'
import { resolvePolicy } from './otp-policy.ts'
import { findSendWait, type PastSends } from './send-limits.ts'

const policy = resolvePolicy({}, 'ID')
const now = 10 * hour
const free = { organisation: null, worker: null, prefix: null, recipient: null }

/** Sends that many seconds ago, newest first. */
const sent = (...secondsAgo: number[]): PastSends => ({
  step: secondsAgo.map((ago) => ({ at: now - ago * second, delaysResend: true })),
  velocity: free,
})

describe('the limits on sends', () => {
  it.each([
    ['the first', [], undefined],
    ['a second after 29 s', [29], { limit: 'resend', wait: second }],
    ['a second after 30 s', [30], undefined],
    ['a third after 59 s', [59, 90], { limit: 'resend', wait: second }],
    ['a third after 60 s', [60, 90], undefined],
    ['a fourth after 119 s', [119, 180, 210], { limit: 'resend', wait: second }],
    ['a fourth after 120 s', [120, 180, 210], undefined],
    ['a sixth', [120, 240, 360, 420, 450], { limit: 'step', wait: 150 * second }],
  ])('%s', (_which, ago, expected) => {
    expect(findSendWait(sent(...ago), policy, now)).toEqual(expected)
  })

  it('lets a send follow at once on one that reached nobody, but counts it', () => {
    const failed = { at: now - second, delaysResend: false }
    expect(findSendWait({ step: [failed], velocity: free }, policy, now)).toBeUndefined()
    const five = { step: Array(5).fill(failed), velocity: free }
    expect(findSendWait(five, policy, now)).toEqual({ limit: 'step', wait: 10 * minute - second })
  })

  it('tells the longest wait of all that apply, and never one that is over', () => {
    const times = fc.option(fc.integer({ min: now - hour, max: now }))
    fc.assert(
      fc.property(
        fc.record({ organisation: times, worker: times, prefix: times, recipient: times }),
        (velocity) => {
          const waits = Object.values(velocity).map((at) => (at === null ? 0 : at + hour - now))
          const longest = Math.max(0, ...waits)
          const found = findSendWait({ step: [], velocity }, policy, now)
          expect(found?.wait ?? 0).toBe(longest)
        },
      ),
    )
  })
})
