import { expect, test } from 'vitest'
import { findMediaType, isOfKind } from './answer-file.ts'

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((c) => c.charCodeAt(0)),
    ),
  )

test.each([
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n')],
  ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
  ['audio/webm', bytes(0x1a, 0x45, 0xdf, 0xa3)],
  ['audio/ogg', bytes('OggS', 0)],
  ['audio/mp4', bytes(0, 0, 0, 0x1c, 'ftypM4A ')],
])('%s is known by its first bytes', (mediaType, content) => {
  expect(findMediaType(content)).toBe(mediaType)
})

test.each([
  ['a script in a picture format', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['a page', bytes('<!doctype html>')],
  ['another sound', bytes('RIFF', 1, 2, 3, 4, 'WAVEfmt ')],
  ['half a signature', bytes(0xff, 0xd8)],
  ['nothing', bytes()],
])('%s is not stored', (_, content) => {
  expect(findMediaType(content)).toBeUndefined()
})

test('a picture is no recording', () => {
  expect(isOfKind('image/png', 'image')).toBe(true)
  expect(isOfKind('image/png', 'audio')).toBe(false)
})
