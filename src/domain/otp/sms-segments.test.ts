import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSegments } from './sms-segments.ts'

describe('an SMS', () => {
  it.each([
    ['', 'gsm-7', 1],
    ['a'.repeat(160), 'gsm-7', 1],
    ['a'.repeat(161), 'gsm-7', 2],
    ['a'.repeat(306), 'gsm-7', 2],
    ['a'.repeat(307), 'gsm-7', 3],
    ['€'.repeat(80), 'gsm-7', 1],
    ['€'.repeat(81), 'gsm-7', 2],
    // 153 is odd: the 77th pair would be cut, so it moves to the next segment.
    ['€'.repeat(152), 'gsm-7', 2],
    ['€'.repeat(153), 'gsm-7', 3],
    [`${'a'.repeat(159)}[`, 'gsm-7', 2],
    ['ç', 'ucs-2', 1],
    ['Kodë'.repeat(10), 'ucs-2', 1],
    ['я'.repeat(70), 'ucs-2', 1],
    ['я'.repeat(71), 'ucs-2', 2],
    ['я'.repeat(134), 'ucs-2', 2],
    ['я'.repeat(135), 'ucs-2', 3],
    ['😀'.repeat(35), 'ucs-2', 1],
    ['😀'.repeat(36), 'ucs-2', 2],
    // 67 is odd: no segment ends in the middle of a character.
    ['😀'.repeat(67), 'ucs-2', 3],
  ] as const)('%j is %s in %d', (text, encoding, segments) => {
    expect(countSegments(text)).toEqual({ encoding, segments })
  })

  it('never gets shorter by a longer text of the same letters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 50 }), (text, more) => {
        expect(countSegments(text + more).segments).toBeGreaterThanOrEqual(
          countSegments(text).segments,
        )
      }),
    )
  })
})
