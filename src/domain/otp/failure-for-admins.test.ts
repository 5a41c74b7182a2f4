import { expect, it } from 'vitest'
import { describeForAdmins, isAboutRecipient } from './failure-for-admins.ts'
import { type SendFailure, sendFailures } from './send-failure.ts'

const failures = Object.keys(sendFailures) as SendFailure[]

it('nobody who reads what is said to admins is sent to their admin', () => {
  for (const failure of failures) expect(describeForAdmins(failure)).not.toMatch(/your admin/)
})

it('a failure that is not known yet has a sentence, too', () => {
  expect(describeForAdmins('not-invented')).toBe('The message could not be sent.')
  expect(isAboutRecipient('not-invented')).toBe(false)
})

it.each([
  ['not-on-whatsapp', true],
  ['invalid-number', true],
  ['sender-suspended', false],
  ['provider-down', false],
  ['message-refused', false],
])('that %s is about the recipient: %s', (failure, expected) => {
  expect(isAboutRecipient(failure)).toBe(expected)
})
