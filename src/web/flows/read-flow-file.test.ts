import { expect, test } from 'vitest'
import { readFlowFile } from './read-flow-file.ts'

test('a flow is named as its settings say', () => {
  const document = { settings: { name: '  Pickup ' }, pages: [] }
  expect(readFlowFile(JSON.stringify(document))).toEqual({
    ok: true,
    value: { name: 'Pickup', document },
  })
})

test.each([
  'null',
  '[]',
  '{"settings":null}',
  '{"settings":{"name":7}}',
  '{"settings":{"name":" "}}',
])('%s gets a name of its own, and goes to the server to be judged', (text) => {
  expect(readFlowFile(text)).toMatchObject({ ok: true, value: { name: 'Imported flow' } })
})

test('what is not JSON is refused with the reason', () => {
  expect(readFlowFile('{"pages":')).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^This is not JSON: /),
  })
})

test('what is larger than a flow may be is refused before it is read', () => {
  expect(readFlowFile(' '.repeat(2 * 1024 * 1024 + 1))).toMatchObject({
    ok: false,
    error: expect.stringMatching(/2 MiB/),
  })
})
