import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Flow, FlowSummary, FlowVersion } from '#contract/flow-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { organizations, users } from '#server/platform/db/tables/auth-tables.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'

type List = { items: FlowSummary[]; nextCursor: string | null }

let app: Awaited<ReturnType<typeof createTestApp>>
let admin: TestClient
let stranger: TestClient

beforeAll(async () => {
  app = await createTestApp()
  admin = app.as('admin')
  await app.db.insert(organizations).values({ id: 'other', name: 'Other', slug: 'other' })
  await app.db.insert(users).values({ id: 'stranger', name: 'Eve', email: 'eve@sandi.test' })
  stranger = app.as({
    userId: 'stranger',
    userName: 'Eve',
    organizationId: 'other',
    role: 'owner',
  })
})
afterAll(() => app.close())

const create = async (name: string, more: object = {}) =>
  (await admin.post<Flow>('/flows', { name, ...more })).body

describe('the demo workspace', () => {
  it('has three example flows, published and without a problem', async () => {
    const { body } = await admin.get<List>('/flows')
    expect(body.items.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'Last-mile delivery: published',
      'Pickup: published',
      'House inspection: published',
    ])
    for (const { id } of body.items) {
      expect((await admin.get(`/flows/${id}/problems`)).body).toEqual({ problems: [] })
    }
  })
})

describe('creating a flow', () => {
  it('blank gives an Initial Page and a Mobile App Page, both empty', async () => {
    const flow = await create('Blank')
    expect(flow).toMatchObject({ state: 'draft', revision: 0, pageCount: 2, componentCount: 0 })
    expect(flow.document.pages.map(({ kind }) => kind)).toEqual(['initial', 'mobile'])
  })

  it('under a taken name is refused', async () => {
    await create('Taken')
    const again = await admin.post<ProblemDetails>('/flows', { name: 'Taken' })
    expect([again.status, again.body.code]).toEqual([409, 'flow-name-taken'])
  })

  it('without a name finds a free one', async () => {
    const names = []
    for (let times = 0; times < 2; times += 1) {
      names.push((await admin.post<{ name: string }>('/flows', {})).body.name)
    }
    names.push((await admin.post<{ name: string }>('/flows', { template: 'pickup' })).body.name)
    expect(names).toEqual(['Untitled flow', 'Untitled flow 2', 'Pickup 2'])
  })

  it('from a bad document names the places, and stores nothing', async () => {
    const document = { settings: { name: 'x' }, pages: [{ id: 'a', kind: 'mobile', title: '' }] }
    const bad = await admin.post<ProblemDetails>('/flows', { name: 'Bad', document })
    expect([bad.status, bad.body.code]).toEqual([422, 'invalid-document'])
    expect(bad.body.errors?.map(({ path }) => path)).toEqual([
      'pages.0.title',
      'pages.0.components',
    ])
    expect((await admin.get<List>('/flows?search=Bad')).body.items).toEqual([])
  })

  it('from a document over 2 MiB, or a body over 3 MiB, is refused as too large', async () => {
    for (const megabytes of [2.1, 3.1]) {
      const document = { filler: 'x'.repeat(megabytes * 1024 * 1024) }
      const bad = await admin.post<ProblemDetails>('/flows', { name: 'Huge', document })
      expect([bad.status, bad.body.code]).toEqual([413, 'too-large'])
    }
  })

  it.each([
    ['not JSON', '{"name": '],
    ['a NUL character', '{"name": "a\\u0000b"}'],
    ['nested beyond measure', `{"name": "deep", "document": ${'['.repeat(2e5)}${']'.repeat(2e5)}}`],
    ['an unknown key', '{"name": "x", "__proto__": {"a": 1}, "admin": true}'],
  ])('with %s gets a clear refusal', async (_what, body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await admin.request('/flows', { method: 'POST', body, headers })
    expect([400, 413, 422]).toContain(response.status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('the list of flows', () => {
  it('is paged by a cursor without gaps or repeats, and searched by a part of the name', async () => {
    for (let number = 1; number <= 7; number += 1) await create(`Paged ${number}`)
    const names: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`
      const { body }: { body: List } = await admin.get<List>(`/flows?limit=3&search=pAgEd${more}`)
      names.push(...body.items.map(({ name }) => name))
      cursor = body.nextCursor
    }
    expect(names.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `Paged ${number}`))
  })

  it('takes % and _ in a search literally', async () => {
    await create('100% sure')
    expect((await admin.get<List>('/flows?search=0%25')).body.items).toHaveLength(1)
    expect((await admin.get<List>('/flows?search=_')).body.items).toHaveLength(0)
  })

  it('refuses a cursor that it did not give', async () => {
    expect((await admin.get('/flows?cursor=nonsense')).status).toBe(400)
  })
})

describe('publishing', () => {
  it('is refused with the problems while there are errors', async () => {
    const flow = await create('Unready')
    const refused = await admin.post<ProblemDetails>(`/flows/${flow.id}/publish`)
    expect([refused.status, refused.body.code]).toEqual([422, 'has-problems'])
    expect(refused.body.errors?.map(({ code }) => code)).toEqual(['page-empty'])
    expect(refused.body.errors?.[0]?.path).toBe(flow.document.pages[1]?.id)
  })

  it('freezes numbered versions, which later edits do not touch', async () => {
    const flow = await create('Versions', { template: 'pickup' })
    const publish = () => admin.post<FlowVersion>(`/flows/${flow.id}/publish`)
    expect((await publish()).body).toMatchObject({ version: 1, revision: 0 })
    expect((await publish()).body).toMatchObject({ version: 1 })
    const operation = { type: 'flow.update', changes: { description: 'Edited' } }
    await admin.post(`/flows/${flow.id}/operations`, {
      baseRevision: 0,
      clientId: 'tab',
      operations: [{ id: 'one', operation }],
    })
    expect((await admin.get<Flow>(`/flows/${flow.id}`)).body.state).toBe('changed')
    expect((await publish()).body).toMatchObject({
      version: 2,
      revision: 1,
      publishedBy: 'Dewi Lestari',
    })
    expect((await admin.get<Flow>(`/flows/${flow.id}`)).body.state).toBe('published')
    const first = await admin.get<Flow>(`/flows/${flow.id}/versions/1`)
    expect(first.body.document.settings.description).not.toBe('Edited')
    const versions = await admin.get<{ items: FlowVersion[] }>(`/flows/${flow.id}/versions`)
    expect(versions.body.items.map(({ version }) => version)).toEqual([2, 1])
  })
})

describe('replacing the whole document', () => {
  it('demands If-Match (428), refuses an old one (412), and takes the newest', async () => {
    const flow = await create('Replaced', { template: 'pickup' })
    const path = `/flows/${flow.id}`
    const tag = (await admin.get(path)).headers.get('etag') ?? ''
    const pages = flow.document.pages.slice(0, 2)
    const document = { ...flow.document, pages }
    expect((await admin.send('PUT', path, { document })).status).toBe(428)
    const replaced = await admin.send<Flow>('PUT', path, { document }, { 'if-match': tag })
    expect(replaced.body).toMatchObject({ revision: 1, pageCount: 2, document })
    expect((await admin.send('PUT', path, { document }, { 'if-match': tag })).status).toBe(412)
  })

  it('reaches editors that are open as an operation', async () => {
    const flow = await create('Followed', { template: 'pickup' })
    const document = { ...flow.document, pages: flow.document.pages.slice(0, 2) }
    await admin.send('PUT', `/flows/${flow.id}`, { document }, { 'if-match': '"0"' })
    const saved = await admin.post<{ others: { operation: { type: string } }[] }>(
      `/flows/${flow.id}/operations`,
      {
        baseRevision: 0,
        clientId: 'tab',
        operations: [
          {
            id: 'one',
            operation: { type: 'page.update', pageId: 'goods', changes: { title: 'G' } },
          },
        ],
      },
    )
    expect(saved.body.others).toMatchObject([{ operation: { type: 'batch' } }])
    const now = (await admin.get<Flow>(`/flows/${flow.id}`)).body
    expect(now.document.pages.map(({ title }) => title)).toEqual(['Pickup request', 'G'])
  })
})

describe('duplicating and deleting', () => {
  it('a copy has a free name and is a draft', async () => {
    const flow = await create('Copied', { template: 'pickup' })
    const copy = () => admin.post<Flow>(`/flows/${flow.id}/duplicate`)
    expect((await copy()).body).toMatchObject({ name: 'Copied 2', state: 'draft' })
    expect((await copy()).body.name).toBe('Copied 3')
  })

  it('a deleted flow is nowhere, and its name is free again', async () => {
    const flow = await create('Deleted')
    expect((await admin.send('DELETE', `/flows/${flow.id}`)).status).toBe(204)
    expect((await admin.get(`/flows/${flow.id}`)).status).toBe(404)
    expect((await admin.send('DELETE', `/flows/${flow.id}`)).status).toBe(404)
    expect((await admin.post('/flows', { name: 'Deleted' })).status).toBe(201)
  })
})

describe('validating a posted document', () => {
  it('answers with its problems and stores nothing', async () => {
    const { document } = await create('Validated')
    const answer = await admin.post('/flows/validate', { document })
    expect(answer.body).toMatchObject({ problems: [{ code: 'page-empty' }] })
    expect((await admin.post('/flows/validate', { document: [] })).status).toBe(422)
  })
})

const calls = (id: string) =>
  [
    ['GET', `/flows/${id}`],
    ['PUT', `/flows/${id}`],
    ['DELETE', `/flows/${id}`],
    ['POST', `/flows/${id}/duplicate`],
    ['POST', `/flows/${id}/operations`],
    ['GET', `/flows/${id}/problems`],
    ['POST', `/flows/${id}/publish`],
    ['GET', `/flows/${id}/versions`],
    ['GET', `/flows/${id}/versions/1`],
  ] as const

const bodyOf = (method: string, path: string, document: unknown) => {
  if (method === 'PUT') return { document }
  const operation = { type: 'flow.update', changes: { name: 'Stolen' } }
  return path.endsWith('/operations')
    ? { baseRevision: 0, clientId: 'tab', operations: [{ id: 'one', operation }] }
    : undefined
}

describe('who may', () => {
  it('another organisation finds nothing, on no route', async () => {
    const flow = await create('Private', { template: 'pickup' })
    await admin.post(`/flows/${flow.id}/publish`)
    expect((await stranger.get<List>('/flows')).body.items).toEqual([])
    for (const [method, path] of calls(flow.id)) {
      const body = bodyOf(method, path, flow.document)
      const answer = await stranger.send(method, path, body, { 'if-match': '"0"' })
      expect([method, path, answer.status]).toEqual([method, path, 404])
    }
    expect((await admin.get<Flow>(`/flows/${flow.id}`)).body).toEqual({
      ...flow,
      state: 'published',
      publishedVersion: 1,
    })
  })

  it('nobody gets in without signing in', async () => {
    for (const [method, path] of calls('any')) {
      expect((await app.request(path, { method })).status).toBe(401)
    }
  })

  it('planner and billing read, a field worker does neither', async () => {
    const flow = await create('Roles')
    for (const [role, read, edit] of [
      ['planner', 200, 403],
      ['billing', 200, 403],
      ['worker', 403, 403],
    ] as const) {
      const client = app.as(role === 'worker' ? 'field_user' : role)
      expect((await client.get(`/flows/${flow.id}`)).status).toBe(read)
      expect((await client.get('/flows')).status).toBe(read)
      expect((await client.post('/flows', { name: 'No' })).status).toBe(edit)
      expect((await client.post(`/flows/${flow.id}/publish`)).status).toBe(edit)
    }
  })
})
