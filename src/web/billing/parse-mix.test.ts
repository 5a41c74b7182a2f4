import { expect, test } from 'vitest'
import { parseMix } from './parse-mix.ts'

test.each([
  ['', []],
  [
    'ID 80, SG 20',
    [
      ['ID', 80],
      ['SG', 20],
    ],
  ],
  [
    'id:80 sg:20%',
    [
      ['ID', 80],
      ['SG', 20],
    ],
  ],
  [
    'ID, SG',
    [
      ['ID', 1],
      ['SG', 1],
    ],
  ],
  ['ID', [['ID', 1]]],
] as [string, [string, number][]][])('"%s" is a mix', (text, mix) => {
  expect(parseMix(text)).toEqual(mix.map(([country, weight]) => ({ country, weight })))
})

test.each(['Indonesia', 'ID -1', '80 ID', 'ID 1, ID 2'])('"%s" is none', (text) => {
  expect(parseMix(text)).toBeUndefined()
})
