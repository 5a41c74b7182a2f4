import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Flow, Saved } from '#contract/flow-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let admin: TestClient

beforeAll(async () => {
  app = await createTestApp()
  admin = app.as('admin')
})
afterAll(() => app.close())

const create = async (name: string) => (await admin.post<Flow>('/flows', { name })).body

const rename = (flow: Flow, name: string, more: object[] = []) =>
  admin.post<Saved>(`/flows/${flow.id}/operations`, {
    baseRevision: flow.revision,
    clientId: 'tab',
    operations: [
      { id: `${flow.id}-${name}`, operation: { type: 'flow.update', changes: { name } } },
      ...more,
    ],
  })

describe('names of flows', () => {
  it.each(['Taken', ' taken ', 'TAKEN'])('are unique: "%s" is refused', async (name) => {
    await create('Taken')
    const again = await admin.post<ProblemDetails>('/flows', { name })
    expect([again.status, again.body.code]).toEqual([409, 'flow-name-taken'])
  })

  it.each(['Activity', 'handover '])('reserved: "%s" is refused with the path', async (name) => {
    const refused = await admin.post<ProblemDetails>('/flows', { name })
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, 'body.name'])
  })

  it('a copy gets the lowest free number', async () => {
    const flow = await create('Copied')
    const copy = () => admin.post<Flow>(`/flows/${flow.id}/duplicate`)
    expect([(await copy()).body.name, (await copy()).body.name]).toEqual(['Copied 2', 'Copied 3'])
  })

  it('renaming to a taken one is a conflict of its author; what was sent with it is saved', async () => {
    await create('First')
    const flow = await create('Second')
    const described = {
      id: 'description',
      operation: { type: 'flow.update', changes: { description: 'kept' } },
    }
    const { status, body } = await rename(flow, 'first', [described])
    expect(status).toBe(200)
    expect(body.conflicts).toMatchObject([
      { code: 'not-allowed', message: 'Another flow is called "first".', setting: 'flow/name' },
    ])
    const { settings } = (await admin.get<Flow>(`/flows/${flow.id}`)).body.document
    expect(settings).toMatchObject({ name: 'Second', description: 'kept' })
  })

  it('a name is free again once its flow is in the trash', async () => {
    const flow = await create('Reused')
    await admin.send('DELETE', `/flows/${flow.id}`)
    expect((await admin.post('/flows', { name: 'Reused' })).status).toBe(201)
  })

  it('of ten that are made at once under one name, one is; the others are told', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, () => admin.post<ProblemDetails>('/flows', { name: 'Race' })),
    )
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(made.filter(({ body }) => body.code === 'flow-name-taken')).toHaveLength(9)
  })

  it('of ten copies that are made at once, each gets a name of its own', async () => {
    const flow = await create('Copied at once')
    const copies = await Promise.all(
      Array.from({ length: 10 }, () => admin.post<Flow>(`/flows/${flow.id}/duplicate`)),
    )
    expect(copies.map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(new Set(copies.map(({ body }) => body.name)).size).toBe(10)
  })

  it('of ten flows renamed to one name at once, one gets it and nobody a 500', async () => {
    const made: Flow[] = []
    for (let index = 0; index < 10; index += 1) made.push(await create(`Contender ${index}`))
    const saved = await Promise.all(made.map((flow) => rename(flow, 'Winner')))
    expect(saved.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(saved.filter(({ body }) => body.conflicts.length === 0)).toHaveLength(1)
  })
})
