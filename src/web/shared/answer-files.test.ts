import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnswerFiles } from './answer-files.ts'
import { ApiError, offlineError } from './api-error.ts'
import type { PendingFile } from './upload-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const photo = new Blob(['photo'])

const setUp = (kept: PendingFile[] = []) => {
  const stored = new Map(kept.map((file) => [file.fileId, file]))
  const send = vi.fn(async (_file: PendingFile) => {})
  const load = vi.fn(async () => new Blob(['from the server']))
  let last = 0
  const uploads = createAnswerFiles({
    send,
    load,
    storage: {
      list: async () => [...stored.values()],
      put: async (file) => {
        stored.set(file.fileId, file)
      },
      remove: async (fileId) => {
        stored.delete(fileId)
      },
    },
    newId: () => {
      last += 1
      return `file${last}`
    },
    retryAfter: 5_000,
  })
  const sentIds = () => send.mock.calls.map(([{ fileId }]) => fileId)
  return { ...uploads, send, load, stored, sentIds }
}
const refusal = () => new ApiError('too-large', 413, 'Too large.', null)

test('a file has its id at once, is uploaded in the background, and then forgotten here', async () => {
  const { files, send, stored } = setUp()
  const fileId = files.add('photo', photo)
  expect(files.findState(fileId)).toEqual({ status: 'uploading' })
  await files.flush()
  expect(send).toHaveBeenCalledWith({ fileId, componentId: 'photo', content: photo })
  expect(files.findState(fileId)).toBeUndefined()
  expect(stored.size).toBe(0)
})

test('files go one after the other, those that are added meanwhile too', async () => {
  const { files, sentIds, send } = setUp()
  let underWay = 0
  send.mockImplementation(async () => {
    underWay += 1
    expect(underWay).toBe(1)
    await Promise.resolve()
    underWay -= 1
  })
  files.add('photo', photo)
  files.add('photo', photo)
  const all = files.flush()
  files.add('photo', photo)
  await all
  expect(sentIds()).toEqual(['file1', 'file2', 'file3'])
})

test('without network it is tried again, and flush says why it has not arrived', async () => {
  const { files, send, stored } = setUp()
  send.mockRejectedValueOnce(offlineError())
  const fileId = files.add('photo', photo)
  await expect(files.flush()).rejects.toMatchObject({ code: 'offline' })
  expect(files.findState(fileId)).toEqual({ status: 'offline' })
  expect(stored.has(fileId)).toBe(true)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(files.findState(fileId)).toBeUndefined()
  await files.flush()
})

test('what the server does not take is not sent again, and stands in the way until it is removed', async () => {
  const { files, send } = setUp()
  send.mockRejectedValueOnce(refusal())
  const fileId = files.add('photo', photo)
  await expect(files.flush()).rejects.toThrow('Too large.')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(send).toHaveBeenCalledTimes(1)
  expect(files.findState(fileId)?.status).toBe('refused')
  await expect(files.flush()).rejects.toThrow('Too large.')
  files.forget(fileId)
  await files.flush()
})

test('a file that is removed while it is under way does not come back', async () => {
  const { files, send, stored } = setUp()
  let fail = (_error: Error) => {}
  send.mockImplementationOnce(
    () =>
      new Promise((_, reject) => {
        fail = reject
      }),
  )
  const fileId = files.add('photo', photo)
  files.forget(fileId)
  fail(offlineError())
  await files.flush()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(send).toHaveBeenCalledTimes(1)
  expect(files.findState(fileId)).toBeUndefined()
  expect(stored.size).toBe(0)
})

test('after a reload, what was left behind is sent', async () => {
  const { resume, files, sentIds } = setUp([
    { fileId: 'left', componentId: 'photo', content: photo },
  ])
  await resume()
  await files.flush()
  expect(sentIds()).toEqual(['left'])
})

test('what was left behind can be shown before it is taken up', async () => {
  const { files, load } = setUp([{ fileId: 'left', componentId: 'photo', content: photo }])
  expect(await files.load('left')).toBe(photo)
  expect(load).not.toHaveBeenCalled()
})

test('a file is shown from this page if it was taken here, otherwise from the server', async () => {
  const { files, load } = setUp()
  const fileId = files.add('photo', photo)
  await files.flush()
  expect(await files.load(fileId)).toBe(photo)
  expect(load).not.toHaveBeenCalled()
  await files.load('other')
  expect(load).toHaveBeenCalledWith('other')
})
