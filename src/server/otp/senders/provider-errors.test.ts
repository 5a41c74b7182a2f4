import { describe, expect, it } from 'vitest'
import { type Remedy, remedyFor } from '#domain/otp/send-failure.ts'
import { findMetaFailure } from './meta-errors.ts'
import { findTwilioFailure, isBilledByTwilio } from './twilio-errors.ts'

// Each row of what the providers document, with what has to be done.

const meta: [codes: number[], Remedy][] = [
  [[0, 190], 'tell-admin'],
  [[3, 10, 200, 250, 299, 131005], 'tell-admin'],
  [[131021], 'tell-worker'],
  [[4, 80007, 130429], 'retry'],
  [[100, 131008, 131009], 'our-bug'],
  [[368, 131031], 'tell-admin'],
  [[130472], 'try-backup'],
  [[130497], 'try-backup'],
  [[131000, 131016], 'retry'],
  [[131026], 'try-backup'],
  [[131037], 'tell-admin'],
  [[131042], 'tell-admin'],
  [[131047], 'our-bug'],
  [[131048, 131049], 'try-backup'],
  [[131051, 131053], 'our-bug'],
  [[131056], 'retry'],
  [[131057], 'retry'],
  [[132000, 132012], 'our-bug'],
  [[132001], 'tell-admin'],
  [[132005, 132007], 'tell-admin'],
  [[132015, 132016], 'tell-admin'],
]

const twilio: [codes: number[], Remedy][] = [
  [[20003], 'tell-admin'],
  [[20404, 21212, 21609], 'our-bug'],
  [[20429, 21611, 30001], 'retry'],
  [[21211, 21614, 30006], 'tell-worker'],
  [[21408], 'tell-admin'],
  [[21606, 21608, 30034], 'tell-admin'],
  [[21610, 21612], 'try-backup'],
  [[30003, 30005, 30007], 'try-backup'],
  [[30450, 30453], 'tell-admin'],
]

const cases = (table: [number[], Remedy][]) =>
  table.flatMap(([codes, remedy]) => codes.map((code) => [code, remedy] as const))

const remedyOf = (failure: ReturnType<typeof findMetaFailure>) => failure && remedyFor(failure)

describe('an error of Meta', () => {
  it.each(cases(meta))('%d: %s', (code, remedy) => {
    expect(remedyOf(findMetaFailure(code))).toBe(remedy)
  })

  it('that is not known is told apart from all others', () => {
    expect(findMetaFailure(199)).toBeUndefined()
    expect(findMetaFailure(300)).toBeUndefined()
  })
})

describe('an error of Twilio', () => {
  it.each(cases(twilio))('%d: %s', (code, remedy) => {
    expect(remedyOf(findTwilioFailure(code))).toBe(remedy)
  })

  it.each([
    ['failed', 30003, false],
    ['undelivered', 30003, true],
    ['undelivered', null, true],
    ['undelivered', 30450, false],
  ] as const)('in a message %s by %s: billed is %s', (status, code, billed) => {
    expect(isBilledByTwilio(status, code)).toBe(billed)
  })
})
