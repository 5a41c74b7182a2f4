import { expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { checkPhotoAnswer } from './photo-answer.ts'
import type { PhotoComponent } from './photo-schema.ts'

const check = (value: unknown, more: Partial<PhotoComponent> = {}) =>
  checkPhotoAnswer(aComponent('photo', { id: 'photo', ...more }), value)
const photos = (...ids: string[]) => ({
  photos: ids.map((fileId) => ({ fileId, category: null })),
})

test.each<[string, unknown, Partial<PhotoComponent>?]>([
  ['as many as the minimum', photos('a', 'b'), { minimum: 2 }],
  ['as many as the maximum', photos('a', 'b'), { maximum: 2 }],
  [
    'in one of the categories',
    { photos: [{ fileId: 'a', category: 'Front' }] },
    { categories: ['Front', 'Back'] },
  ],
])('photos are accepted: %s', (_, value, more) => {
  expect(check(value, more)).toEqual({ ok: true, value })
})

test.each<[string, unknown, string, Partial<PhotoComponent>?]>([
  ['none where one is required', null, 'required'],
  ['fewer than the minimum', photos('a'), 'required', { minimum: 2 }],
  ['none though the minimum is 0, because it is required', photos(), 'required', { minimum: 0 }],
  ['more than the maximum', photos('a', 'b'), 'invalid', { maximum: 1 }],
  ['without one of the categories', photos('a'), 'required', { categories: ['Front'] }],
  [
    'of a category that is none',
    { photos: [{ fileId: 'a', category: 'Roof' }] },
    'invalid',
    { categories: ['Front'] },
  ],
  ['the same twice', photos('a', 'a'), 'invalid'],
  ['by an id that is none', photos('../etc'), 'invalid'],
  ['something else', 'a photo', 'invalid'],
])('photos are refused: %s', (_, value, code, more) => {
  expect(check(value, more)).toMatchObject({ ok: false, error: { code } })
})

test('where they are not required, fewer than the minimum are kept as a draft', () => {
  const optional = { required: false, minimum: 3 }
  expect(check(photos('a'), optional)).toEqual({ ok: true, value: photos('a') })
  expect(check(photos(), optional)).toEqual({ ok: true, value: null })
})
