import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listMappedKeys } from '#testing/mileapp/list-mapped-keys.ts'

const docs = readFileSync(new URL('../../../docs/mileapp-interchange.md', import.meta.url), 'utf8')

test('the docs list every key of a component, and what becomes of it, as the mappings have it', () => {
  const [, table = ''] = docs.split('<!-- keys of components -->\n')
  const rows = table.split('\n').filter((line) => line.startsWith('| '))
  expect(rows.slice(2)).toEqual(listMappedKeys())
})
