import { expect, test } from 'vitest'
import { ApiError, type ApiErrorCode, offlineError } from '#web/shared/api-error.ts'
import { toOtpMessage } from './otp-message.ts'

const failure = (code: ApiErrorCode, extra: { attemptsLeft?: number; retryAfter?: number } = {}) =>
  new ApiError(code, 400, 'as the server says', {
    type: '',
    title: '',
    status: 400,
    code: code as 'internal',
    detail: 'as the server says',
    ...extra,
  })

test('a wrong code says how many tries are left', () => {
  expect(toOtpMessage(failure('otp-wrong-code', { attemptsLeft: 4 }), 'sms')).toContain(
    '4 tries left',
  )
  expect(toOtpMessage(failure('otp-wrong-code', { attemptsLeft: 1 }), 'sms')).toContain(
    '1 try left',
  )
})

test('too many sends say how long to wait', () => {
  expect(toOtpMessage(failure('otp-too-many-sends', { retryAfter: 42 }), 'sms')).toContain(
    '42 seconds',
  )
  expect(toOtpMessage(failure('otp-too-many-sends', { retryAfter: 541 }), 'sms')).toContain(
    '10 minutes',
  )
})

test('an unreachable number asks for the international format, a mail address does not', () => {
  expect(toOtpMessage(failure('otp-invalid-recipient'), 'whatsapp')).toContain('+62 812')
  expect(toOtpMessage(failure('otp-invalid-recipient'), 'email')).not.toContain('+62')
})

test.each(['otp-insufficient-balance', 'otp-no-rate', 'otp-country-not-allowed'] as const)(
  '%s says whom to tell',
  (code) => {
    expect(toOtpMessage(failure(code), 'sms')).toContain('Tell your admin')
  },
)

test('offline says that nothing is lost', () => {
  expect(toOtpMessage(offlineError(), 'sms')).toContain('Nothing is lost')
})

test('any other failure says what the server says', () => {
  expect(toOtpMessage(failure('task-done'), 'sms')).toBe('as the server says')
})
