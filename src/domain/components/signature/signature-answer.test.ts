import { expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { checkSignatureAnswer } from './signature-answer.ts'

const signature = aComponent('signature', { id: 'signature' })

test('a drawn signature is its picture; one that was typed has the name as well', () => {
  expect(checkSignatureAnswer(signature, { fileId: 'a1' })).toEqual({
    ok: true,
    value: { fileId: 'a1', typedName: null },
  })
  expect(checkSignatureAnswer(signature, { fileId: 'a1', typedName: ' Ayu ' })).toEqual({
    ok: true,
    value: { fileId: 'a1', typedName: 'Ayu' },
  })
})

test('none is refused only where one is required', () => {
  expect(checkSignatureAnswer(signature, null)).toMatchObject({ error: { code: 'required' } })
  expect(checkSignatureAnswer({ ...signature, required: false }, null)).toEqual({
    ok: true,
    value: null,
  })
})

test.each(['Ayu', {}, { fileId: '' }, { fileId: 'a1', typedName: '' }])(
  '%j is no signature',
  (value) => {
    expect(checkSignatureAnswer(signature, value)).toMatchObject({ error: { code: 'invalid' } })
  },
)
