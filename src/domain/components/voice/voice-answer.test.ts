import { expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { checkVoiceAnswer } from './voice-answer.ts'

const voice = aComponent('voice', { id: 'voice', maximumSeconds: 30 })

test('a recording is accepted up to the Max Duration, and the moment that stopping takes', () => {
  for (const seconds of [0.4, 30, 31.5]) {
    const value = { fileId: 'a1', seconds }
    expect(checkVoiceAnswer(voice, value)).toEqual({ ok: true, value })
  }
})

test('none is refused only where one is required', () => {
  expect(checkVoiceAnswer(voice, null)).toMatchObject({ error: { code: 'required' } })
  expect(checkVoiceAnswer({ ...voice, required: false }, undefined)).toEqual({
    ok: true,
    value: null,
  })
})

test.each([
  { fileId: 'a1', seconds: 33 },
  { fileId: 'a1', seconds: -1 },
  { fileId: 'a1', seconds: Number.NaN },
  { fileId: 'a1' },
  { seconds: 3 },
  'a1',
])('%j is refused', (value) => {
  expect(checkVoiceAnswer(voice, value)).toMatchObject({ error: { code: 'invalid' } })
})
