import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type MessageStatus,
  messageStatuses,
  statusAfter,
  statusesBefore,
} from './message-status.ts'

const replay = (reports: readonly MessageStatus[]) =>
  reports.reduce<MessageStatus | null>(statusAfter, null)

describe('the status of a message', () => {
  it.each([
    [['sent', 'delivered', 'read'], 'read'],
    [['delivered', 'sent'], 'delivered'],
    [['read', 'delivered', 'sent'], 'read'],
    [['failed', 'delivered'], 'failed'],
    [['delivered', 'failed'], 'delivered'],
    [['failed', 'read'], 'failed'],
  ] as const)('after %j is %s', (reports, expected) => expect(replay(reports)).toBe(expected))

  it('is the same however often a report comes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...messageStatuses)), (reports) => {
        expect(replay(reports.flatMap((report) => [report, report]))).toBe(replay(reports))
      }),
    )
  })

  it('never leaves a final one, and never goes back', () => {
    expect(statusesBefore('failed')).toEqual(['accepted', 'sent'])
    expect(statusesBefore('delivered')).toEqual(['accepted', 'sent'])
    expect(statusesBefore('read')).toEqual(['accepted', 'sent', 'delivered'])
    expect(statusesBefore('accepted')).toEqual([])
  })
})
