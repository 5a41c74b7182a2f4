import { expect, test } from 'vitest'
import { ApiError, offlineError, toApiError, toMessage } from './api-error.ts'

const problem = {
  type: '/api/docs#otp-wrong-code',
  title: 'The code is wrong',
  status: 422,
  code: 'otp-wrong-code',
  detail: 'The code is wrong: 4 tries left.',
  attemptsLeft: 4,
}

test('problem details are carried whole, their detail is the message', async () => {
  const error = await toApiError(Response.json(problem, { status: 422 }))
  expect(error).toMatchObject({
    code: 'otp-wrong-code',
    status: 422,
    message: problem.detail,
    problem,
  })
})

test.each([
  ['<html>Bad gateway</html>', 502],
  ['', 500],
  ['{"error":"no problem details"}', 400],
  ['null', 404],
])('%s is unreadable, and says so with its status', async (body, status) => {
  const error = await toApiError(new Response(body, { status }))
  expect(error).toMatchObject({ code: 'unreadable', status, problem: null })
  expect(error.message).toContain(String(status))
})

test('an answer that breaks off is unreadable too', async () => {
  const text = () => Promise.reject(new TypeError('terminated'))
  expect(await toApiError({ status: 500, text })).toMatchObject({ code: 'unreadable' })
})

test('no answer at all is offline, with status 0', () => {
  expect(offlineError()).toMatchObject({ code: 'offline', status: 0, problem: null })
})

test('what is no ApiError is a bug: its text is not shown to people', () => {
  expect(toMessage(new TypeError('x is undefined'))).not.toContain('undefined')
  expect(toMessage(new ApiError('not-found', 404, 'There is no such task.', null))).toBe(
    'There is no such task.',
  )
})

test('of a request that is not valid people are told what is wrong, not to see a list', async () => {
  const errors = [
    ['body.email', 'must be an email address'],
    ['body.rules.2.dailyCap', 'must be at most 100.'],
    ['body', 'is needed'],
    ['body.name', 'a fourth'],
  ].map(([path, message]) => ({ path, code: 'invalid', message }))
  const body = { ...problem, code: 'bad-request', detail: 'Not valid: see errors.', errors }
  const refused = await toApiError(Response.json(body, { status: 400 }))
  expect(toMessage(refused)).toBe(
    'Email: must be an email address. Daily cap: must be at most 100. Is needed.',
  )
})
