import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, minute, second } from '#domain/shared/clock.ts'
import { resolvePolicy } from './otp-policy.ts'
import { countWrongCodes, findSendWait, type PastSend, type PastSends } from './send-limits.ts'

const policy = resolvePolicy({}, 'ID')
const now = 10 * hour
const wanted = { taskId: 'task', componentId: 'otp', now }
const free = { organisation: null, worker: null, prefix: null }

const send = (secondsAgo: number, more: Partial<PastSend> = {}): PastSend => ({
  at: now - secondsAgo * second,
  taskId: 'task',
  componentId: 'otp',
  state: 'superseded',
  attempts: 0,
  ...more,
})

const past = (...toRecipient: PastSend[]): PastSends => ({ toRecipient, usedUpAt: free })

describe('the limits on sends', () => {
  it.each([
    ['the first', [], undefined],
    ['a second after 29 s', [29], { limit: 'resend', wait: second }],
    ['a second after 30 s', [30], undefined],
    ['a third after 59 s', [59, 90], { limit: 'resend', wait: second }],
    ['a third after 60 s', [60, 90], undefined],
    ['a fourth after 119 s', [119, 180, 210], { limit: 'resend', wait: second }],
    ['a fourth after 120 s', [120, 180, 210], undefined],
    ['a sixth', [120, 240, 360, 420, 450], { limit: 'task', wait: 150 * second }],
  ])('%s', (_which, ago, expected) => {
    expect(findSendWait(past(...ago.map((seconds) => send(seconds))), wanted, policy)).toEqual(
      expected,
    )
  })

  it('let a send follow at once on one that reached nobody, but count it', () => {
    const failed = send(1, { state: 'failed' })
    expect(findSendWait(past(failed), wanted, policy)).toBeUndefined()
    const five = Array.from({ length: 5 }, () => failed)
    const wait = 10 * minute - second
    expect(findSendWait(past(...five), wanted, policy)).toEqual({ limit: 'task', wait })
  })

  it('let another step or task follow at once, up to ten sends an hour to one recipient', () => {
    expect(findSendWait(past(send(1, { componentId: 'other' })), wanted, policy)).toBeUndefined()
    const others = Array.from({ length: 10 }, (_, index) => send(index, { taskId: `t${index}` }))
    expect(findSendWait(past(...others.slice(0, 9)), wanted, policy)).toBeUndefined()
    const wait = hour - 9 * second
    expect(findSendWait(past(...others), wanted, policy)).toEqual({ limit: 'recipient', wait })
  })

  it('tell the longest wait of all that apply, and never one that is over', () => {
    const times = fc.option(fc.integer({ min: now - hour, max: now }))
    const usedUp = fc.record({ organisation: times, worker: times, prefix: times })
    fc.assert(
      fc.property(usedUp, (usedUpAt) => {
        const waits = Object.values(usedUpAt).map((at) => (at === null ? 0 : at + hour - now))
        const found = findSendWait({ toRecipient: [], usedUpAt }, wanted, policy)
        expect(found?.wait ?? 0).toBe(Math.max(0, ...waits))
      }),
    )
  })
})

describe('wrong codes', () => {
  it('add up over the codes of a recipient, whatever the task, for 15 minutes', () => {
    const sends = past(
      send(60, { attempts: 2 }),
      send(120, { attempts: 0 }),
      send(800, { attempts: 1, taskId: 'another' }),
      send(901, { attempts: 5 }),
    )
    expect(countWrongCodes(sends, now)).toEqual({ count: 3, countFor: 100 * second })
  })

  it('are forgotten with a right one', () => {
    const verified = send(120, { state: 'verified', attempts: 3 })
    const sends = past(send(60, { attempts: 1 }), verified, send(180, { attempts: 4 }))
    expect(countWrongCodes(sends, now).count).toBe(1)
  })
})
