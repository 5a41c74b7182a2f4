import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Flow, FlowSummary } from '#contract/flow-contract.ts'
import type { FoundFlows, ImportedFlow, ImportedOnto } from '#contract/interchange-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import inspectionList from '#testing/mileapp/inspection-list.json' with { type: 'json' }
import pickup from '#testing/mileapp/pickup.json' with { type: 'json' }
import { createTestApp } from '#testing/test-app.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const send = async <Body>(body: BodyInit, path = '/flows/import') => {
  const response = await app.as('admin').request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return { status: response.status, body: (await response.json()) as Body }
}
const countFlows = async () => {
  const { body } = await app.as('admin').get<{ items: FlowSummary[] }>('/flows')
  return body.items.length
}

test('a MileApp flow is imported under a free name, with what is kept, and exported as it was', async () => {
  const { status, body } = await send<ImportedFlow>(JSON.stringify(pickup))
  expect(status).toBe(201)
  expect(body.flow.name).toBe('Pickup 2')
  expect(body.notes).toContainEqual({
    kind: 'kept',
    path: 'pages.1.components.2',
    title: 'Photo of the damage',
    message: 'tags',
  })
  const { body: file, headers } = await app
    .as('admin')
    .get<Record<string, unknown>>(`/flows/${body.flow.id}/export?format=mileapp`)
  const { sandi: _carried, ...flow } = file
  expect(flow).toEqual({ ...pickup.flow, name: 'Pickup 2' })
  expect(headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''Pickup%202.mileapp.json",
  )
})

test('a preview says what a file holds and stores nothing', async () => {
  const before = await countFlows()
  const { status, body } = await send<FoundFlows>(
    JSON.stringify(inspectionList),
    '/flows/import/preview',
  )
  expect(status).toBe(200)
  expect(body.flows).toMatchObject([
    { path: 'flows.data.0', format: 'mileapp', name: 'Shop inspection', errors: [] },
    { path: 'flows.data.1', format: 'mileapp', name: 'Empty', errors: [] },
  ])
  expect(await countFlows()).toBe(before)
})

test('of several flows one is chosen; a name that is taken is refused', async () => {
  const file = JSON.stringify(inspectionList)
  const without = await send<ProblemDetails>(file)
  expect(without).toMatchObject({ status: 422, body: { code: 'invalid-file' } })
  expect(without.body.errors?.map(({ path }) => path)).toEqual(['flows.data.0', 'flows.data.1'])
  const chosen = await send<ImportedFlow>(file, '/flows/import?flow=flows.data.1&name=Chosen')
  expect(chosen).toMatchObject({ status: 201, body: { flow: { name: 'Chosen', pageCount: 1 } } })
  const again = await send<ProblemDetails>(file, '/flows/import?flow=flows.data.1&name=Chosen')
  expect(again).toMatchObject({ status: 409 })
})

test('a file of our own comes back as the same document', async () => {
  const created = await app.as('admin').post<Flow>('/flows', { document: anOtpFlow() })
  const { body: file } = await app.as('planner').get(`/flows/${created.body.id}/export`)
  expect(file).toMatchObject({ format: 'sandi-flow', name: 'A flow' })
  const { body } = await send<ImportedFlow>(`\uFEFF${JSON.stringify(file)}`)
  expect(body.flow.document).toEqual({
    ...created.body.document,
    settings: { ...created.body.document.settings, name: 'A flow 2' },
  })
})

test('a file takes the place of a flow’s content: a dry run says how, If-Match guards it, its name stays', async () => {
  const { body: flow } = await app.as('admin').post<Flow>('/flows', { document: anOtpFlow() })
  const path = `/flows/${flow.id}/import`
  const importOnto = async <Body>(query: string, headers: Record<string, string> = {}) => {
    const { status, body } = await app
      .as('admin')
      .send<Body>('POST', `${path}${query}`, pickup, headers)
    return { status, body }
  }
  const dry = await importOnto<ImportedOnto>('?dryRun=true')
  expect(dry).toMatchObject({ status: 200, body: { revision: flow.revision } })
  expect(dry.body.difference.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain(
    'Deleted OTP',
  )
  expect((await app.as('admin').get<Flow>(`/flows/${flow.id}`)).body).toEqual(flow)
  expect((await importOnto('')).status).toBe(428)
  expect((await importOnto('', { 'if-match': '"999"' })).status).toBe(412)
  const done = await importOnto<ImportedOnto>('', { 'if-match': `"${flow.revision}"` })
  expect(done).toMatchObject({ status: 200, body: { revision: flow.revision + 1 } })
  expect(done.body.difference).toEqual(dry.body.difference)
  const { body: after } = await app.as('admin').get<Flow>(`/flows/${flow.id}`)
  expect(after.name).toBe(flow.name)
  expect(after.document.pages[0]?.id).toBe(flow.document.pages[0]?.id)
  expect(after.pageCount).toBe(pickup.flow.pages.length)
  const again = await importOnto<ImportedOnto>('', { 'if-match': `"${after.revision}"` })
  expect(again.body).toMatchObject({ revision: after.revision, difference: [] })
})

test('a file is put onto flows of one’s own organisation only, by who may edit', async () => {
  const { body: flow } = await app.as('admin').post<Flow>('/flows', { document: anOtpFlow() })
  const path = `/flows/${flow.id}/import?dryRun=true`
  expect((await app.as('planner').post(path, pickup)).status).toBe(403)
  const stranger = { ...app.as('owner').actor, organizationId: 'elsewhere' }
  expect((await app.as(stranger).post(path, pickup)).status).toBe(404)
  expect((await app.as('admin').post(path, { pages: 'none' })).status).toBe(422)
})

const pages = (components: string) => `{"name":"Hostile","pages":[{"components":[${components}]}]}`
const stream = (text: string) =>
  new ReadableStream({
    start: (controller) => {
      for (let sent = 0; sent < 5; sent += 1) controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })

test.each<[string, BodyInit, number, RegExp]>([
  ['5 MB', `"${'x'.repeat(5_000_000)}"`, 413, /at most 2 MiB/],
  ['5 MB without a length', stream(' '.repeat(1_000_000)), 413, /at most 2 MiB/],
  [
    'a document that grows over 2 MiB',
    pages(Array.from({ length: 5_000 }, () => '{"component":"input","title":"A title"}').join()),
    422,
    /see errors/,
  ],
  [
    '10,000 levels',
    pages(`{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
    422,
    /nested more than 64/,
  ],
  ['a __proto__ key', pages('{"__proto__":{"isAdmin":true}}'), 422, /__proto__: it is a name/],
  ['half a character', pages('{"title":"\\ud800"}'), 422, /lone surrogate/],
  ['a NUL', pages('{"title":"\\u0000"}'), 422, /NUL/],
  ['a number beyond all', pages('{"x":1e999}'), 422, /too large/],
  ['no JSON', '<html>', 422, /not JSON/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), 422, /not UTF-8/],
  ['broken UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), 422, /not UTF-8/],
])(
  'a file of %s is refused with the reason, and nothing is stored',
  async (_, body, status, detail) => {
    const before = await countFlows()
    const response = await app.as('admin').request('/flows/import', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    } as RequestInit)
    expect(response.status).toBe(status)
    expect(((await response.json()) as ProblemDetails).detail).toMatch(detail)
    expect(await countFlows()).toBe(before)
  },
)

test('markup in titles is stored as the text that it is', async () => {
  const title = '<img src=x onerror=alert(1)>'
  const { body } = await send<ImportedFlow>(pages(JSON.stringify({ component: 'view', title })))
  expect(body.flow.document.pages[0]?.components[0]?.title).toBe(title)
})

test('only those who may edit import; who may read exports; other organisations see nothing', async () => {
  const { body } = await send<ImportedFlow>(pages(''))
  const importAs = (role: 'planner' | 'billing') => app.as(role).post('/flows/import', pickup)
  expect((await importAs('planner')).status).toBe(403)
  expect((await importAs('billing')).status).toBe(403)
  const path = `/flows/${body.flow.id}/export`
  expect((await app.as('planner').get(path)).status).toBe(200)
  expect((await app.as('field_user').get(path)).status).toBe(403)
  const stranger = { ...app.as('owner').actor, organizationId: 'elsewhere' }
  expect((await app.as(stranger).get(path)).status).toBe(404)
})

test('a document that an older version stored is read in the present shape', async () => {
  const { body } = await app.as('admin').post<Flow>('/flows', { document: anOtpFlow() })
  const old = JSON.stringify(body.document)
    .replaceAll(',"foreign":{}', '')
    .replace(/"schemaVersion":\d+/, '"schemaVersion":1')
  expect(old).not.toContain('foreign')
  await app.db.execute(sql`update flows set document = ${old}::jsonb where id = ${body.id}`)
  const { body: read } = await app.as('admin').get<Flow>(`/flows/${body.id}`)
  expect(read.document).toEqual(body.document)
})
