import { expect, test } from 'vitest'
import { readFlowFile } from './read-flow-file.ts'

const pages = (components: string) =>
  `{"name":"x","pages":[{"id":"page0"},{"id":"page1","title":"p","components":[${components}]}]}`
const aView = (settings: string) => pages(`{"component":"view","id":"a",${settings}}`)

/** The reasons why a file, or a flow of it, is refused: path and message. */
const refusals = (text: string): string[] => {
  const found = readFlowFile(text)
  const issues = found.ok
    ? found.value.flatMap(({ read }) => (read.ok ? [] : read.error))
    : [found.error]
  return issues.map(({ path, message }) => `${path}: ${message}`)
}

const repeat = (text: string, times: number) => Array.from({ length: times }, () => text).join(',')

test.each<[string, string, RegExp]>([
  ['no JSON', '{"pages":', /^: This is not JSON/],
  ['nothing', '', /^: This is not JSON/],
  ['no flow', '{"hello":1}', /^: There is no flow in it/],
  [
    '10,000 levels',
    aView(`"value":${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    /^pages\.1\.components\.0\.value[.0-9]+: is nested more than 64/,
  ],
  [
    '10,000 levels of objects',
    `${'{"data":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    /^data\.[a.dt]+: is nested more than 64/,
  ],
  [
    'a __proto__ key',
    aView('"__proto__":{"isAdmin":true}'),
    /^pages\.1\.components\.0\.__proto__: is a name/,
  ],
  [
    'a constructor key',
    aView('"tags":{"constructor":1}'),
    /^pages\.1\.components\.0\.tags\.constructor: is a name/,
  ],
  ['a number beyond all', aView('"x":1e999'), /^pages\.1\.components\.0\.x: is too large/],
  [
    'a NUL',
    aView('"title":"a\\u0000b"'),
    /^pages\.1\.components\.0\.title: must not contain the NUL/,
  ],
  [
    'half a character',
    aView('"title":"a\\ud800"'),
    /^pages\.1\.components\.0\.title: .*lone surrogate/,
  ],
  ['half a character in a key', aView('"\\ud800":1'), /lone surrogate/],
  [
    '10,000 components',
    pages(repeat('{"component":"view"}', 10_000)),
    /^pages: 10000 components; at most 5000/,
  ],
  ['2,000 pages', `{"pages":[${repeat('{}', 2_000)}]}`, /^pages: 2000 pages; at most 1000/],
  ['pages that are none', '{"pages":{"length":3}}', /^pages: is not a list of pages/],
  ['a page that is none', '{"pages":[7]}', /^pages\.0: is not a page/],
  [
    'components that are none',
    '{"pages":[{"components":"x"}]}',
    /^pages\.0\.components: is not a list/,
  ],
  ['a component that is none', pages('null'), /^pages\.1\.components\.0: is not a component/],
  ['1,000 flows', `[${repeat('{"pages":[]}', 1_000)}]`, /^: 1000 flows; at most 200/],
  [
    'a document of ours with duplicate ids',
    '{"format":"sandi-flow","document":{"settings":{"name":"x"},"pages":[{"id":"p","kind":"initial","title":"P","components":[]},{"id":"p","kind":"mobile","title":"P","components":[]}]}}',
    /^pages\.1\.id: Another page has the id "p"/,
  ],
  [
    'a document of ours of a later version',
    '{"schemaVersion":99,"settings":{"name":"x"},"pages":[{"id":"p","kind":"initial","title":"P","components":[]}]}',
    /^schemaVersion: /,
  ],
])('%s is refused with its place and the reason', (_, text, reason) => {
  expect(refusals(text)).toEqual([expect.stringMatching(reason)])
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
})

test('references in a circle are read as they are', () => {
  const text = pages(
    '{"component":"view","id":"a","value":"$b"},{"component":"view","id":"b","value":"$a"}',
  )
  expect(refusals(text)).toEqual([])
})

test('the largest flows are read at once, whatever their ids', { timeout: 60_000 }, () => {
  const component =
    '{"component":"select","id":"Not An Id","title":"Same","options":["a","b"],"onSelect":[{"options":["a"],"action":"show","componentAffected":["x"]}],"min":"x","tags":1}'
  const text = pages(repeat(component, 5_000))
  expect(readFlowFile(text)).toMatchObject({ value: [{ read: { ok: true } }] })
  // Computing time, the best of some: what else the machine does must not count.
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    readFlowFile(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  expect(Math.min(...times)).toBeLessThan(600)
})
