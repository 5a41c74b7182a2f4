import { expect, test } from 'vitest'
import { toRecordingRefusal } from './recording-refusal.ts'

test.each([
  ['NotAllowedError', 'may not use the microphone'],
  ['NotFoundError', 'No microphone was found'],
  ['NotReadableError', 'Another app uses the microphone'],
  ['NotSupportedError', 'cannot record'],
])('%s says "%s"', (name, words) => {
  expect(toRecordingRefusal(new DOMException('', name))).toContain(words)
})

test('a browser without recording at all says so', () => {
  expect(toRecordingRefusal(new TypeError('undefined is no function'))).toContain('cannot record')
})
