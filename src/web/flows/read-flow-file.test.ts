import { expect, test } from 'vitest'
import { readFlowFile } from './read-flow-file.ts'

test.each(['null', '[]', '{"settings":{"name":" "}}'])(
  '%s goes to the server to be judged',
  (text) => {
    expect(readFlowFile(text)).toEqual({ ok: true, value: { document: JSON.parse(text) } })
  },
)

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
