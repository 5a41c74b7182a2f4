import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, offlineError } from '#web/shared/api-error.ts'
import { createAnswerSaver } from './answer-saver.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const aSaver = (send = vi.fn(async (_answers: object, _pageId: string | undefined) => {})) => {
  const states: string[] = []
  const onRefused = vi.fn()
  let unsent = {}
  const saver = createAnswerSaver({
    send,
    onState: (state) => {
      if (state !== states.at(-1)) states.push(state)
    },
    onRefused,
    onUnsent: (draft) => {
      unsent = draft
    },
    rest: 600,
    retryAfter: 5_000,
  })
  return { saver, send, states, onRefused, unsent: () => unsent }
}

const refusal = (id: string) =>
  new ApiError('invalid-answers', 422, '', {
    type: '',
    title: '',
    status: 422,
    code: 'invalid-answers',
    detail: '',
    errors: [{ path: `answers.${id}`, code: 'invalid', message: 'No.' }],
  })

test('answers rest a while and go out in one call, the last value of each', async () => {
  const { saver, send, states, unsent } = aSaver()
  saver.put('a', '1')
  saver.put('a', '12')
  saver.put('b', 'x')
  saver.goTo('page2')
  expect(send).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(600)
  expect(send.mock.calls).toEqual([[{ a: '12', b: 'x' }, 'page2']])
  expect(states).toEqual(['saving', 'saved'])
  expect(unsent()).toEqual({ answers: {} })
})

test('what rests is not called saved, and is kept for a reload with the page it was on', async () => {
  const { saver, states, unsent } = aSaver()
  saver.goTo('page2')
  saver.put('a', '1')
  expect(states).toEqual(['saving'])
  expect(unsent()).toEqual({ answers: { a: '1' }, currentPageId: 'page2' })
})

test('an answer that is not fit to be saved any more is not sent, nor called saved', async () => {
  const { saver, send, states } = aSaver()
  saver.put('a', '1')
  saver.forget('a')
  expect(states).toEqual(['saving', 'unfit'])
  saver.put('b', '2')
  await vi.advanceTimersByTimeAsync(600)
  expect(send.mock.calls).toEqual([[{ b: '2' }, undefined]])
  expect(states.at(-1)).toBe('unfit')
  saver.put('a', '12')
  await vi.advanceTimersByTimeAsync(600)
  expect(states.at(-1)).toBe('saved')
})

test('an answer that becomes unfit while it is being sent is not called saved by that', async () => {
  const { saver, send, states } = aSaver()
  send.mockImplementationOnce(async () => saver.forget('a'))
  saver.put('a', '1')
  await vi.advanceTimersByTimeAsync(600)
  expect(states.at(-1)).toBe('unfit')
})

test('without network nothing is forgotten, and it is tried again', async () => {
  const { saver, send, states, unsent } = aSaver()
  send.mockRejectedValueOnce(offlineError())
  saver.put('a', '1')
  await vi.advanceTimersByTimeAsync(600)
  expect(states.at(-1)).toBe('offline')
  expect(unsent()).toEqual({ answers: { a: '1' } })
  saver.put('b', '2')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(send.mock.lastCall).toEqual([{ a: '1', b: '2' }, undefined])
  expect(states.at(-1)).toBe('saved')
})

test('what is typed while a call is under way is not overwritten by its failure, and follows it', async () => {
  const { saver, send } = aSaver()
  let fail = (_error: Error) => {}
  send.mockImplementationOnce(
    () =>
      new Promise((_, reject) => {
        fail = reject
      }),
  )
  saver.put('a', 'old')
  await vi.advanceTimersByTimeAsync(600)
  saver.put('a', 'new')
  fail(offlineError())
  await vi.advanceTimersByTimeAsync(5_000)
  expect(send.mock.calls.map(([answers]) => answers)).toEqual([{ a: 'old' }, { a: 'new' }])
})

test('one refused answer is named and does not hold up the others', async () => {
  const { saver, send, onRefused, states } = aSaver()
  send.mockRejectedValueOnce(refusal('bad'))
  saver.put('bad', 'x')
  saver.put('good', 'y')
  await vi.advanceTimersByTimeAsync(600)
  expect(onRefused).toHaveBeenCalledWith({ bad: { code: 'invalid', message: 'No.' } })
  expect(send.mock.lastCall).toEqual([{ good: 'y' }, undefined])
  expect(states.at(-1)).toBe('unfit')
})

test('a refusal of the whole is not tried again, and flush says so', async () => {
  const { saver, send, states } = aSaver()
  send.mockRejectedValue(new ApiError('task-done', 409, 'Done.', null))
  saver.put('a', '1')
  await expect(saver.flush()).rejects.toThrow('Done.')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(send).toHaveBeenCalledTimes(1)
  expect(states).toEqual(['saving', 'refused'])
})

test('flush waits for the call that is under way instead of sending twice', async () => {
  const { saver, send } = aSaver()
  saver.put('a', '1')
  await Promise.all([saver.flush(), saver.flush()])
  expect(send).toHaveBeenCalledTimes(1)
})
