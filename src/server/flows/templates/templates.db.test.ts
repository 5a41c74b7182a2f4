import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Flow } from '#contract/flow-contract.ts'
import type { FlowTemplate } from '#contract/flow-template-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let admin: TestClient
let flow: Flow

beforeAll(async () => {
  app = await createTestApp()
  admin = app.as('admin')
  flow = (await admin.post<Flow>('/flows', { name: 'Source', document: anOtpFlow() })).body
})
afterAll(() => app.close())

const keep = (name: string) =>
  admin.post<FlowTemplate & ProblemDetails>('/flow-templates', { flowId: flow.id, name })

const list = async (client = admin) =>
  (await client.get<{ items: FlowTemplate[] }>('/flow-templates')).body.items

describe('templates', () => {
  it("are the organisation's own by name, then those that everybody has", async () => {
    await keep('Zebra')
    await keep('apple')
    expect((await list()).map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['apple', true],
      ['Zebra', true],
      ['Last-mile delivery', false],
      ['Pickup', false],
      ['House inspection', false],
    ])
  })

  it('make flows that bear their present name, under a free one', async () => {
    const { id } = (await keep('Delivery round')).body
    await admin.send('PATCH', `/flow-templates/${id}`, { name: 'Delivery tour' })
    const made = async () => (await admin.post<Flow>('/flows', { template: id })).body
    const { name, document } = await made()
    expect(name).toBe('Delivery tour')
    expect(document.pages).toEqual(flow.document.pages)
    expect((await made()).name).toBe('Delivery tour 2')
  })

  it('have unique names', async () => {
    await keep('Only')
    const again = await keep('ONLY')
    expect([again.status, again.body.code]).toEqual([409, 'template-name-taken'])
  })

  it('stay as they are when their flow is deleted, and flows when they are', async () => {
    const { id } = (await keep('Short-lived')).body
    const made = (await admin.post<Flow>('/flows', { template: id })).body
    expect((await admin.send('DELETE', `/flow-templates/${id}`)).status).toBe(204)
    expect((await admin.get(`/flows/${made.id}`)).status).toBe(200)
    expect((await admin.post('/flows', { template: id })).status).toBe(404)
  })

  it("are one organisation's own; those of everybody can't be changed", async () => {
    const { id } = (await keep('Private')).body
    const stranger = app.as({ ...admin.actor, organizationId: 'other' })
    expect((await list(stranger)).every(({ isOwn }) => !isOwn)).toBe(true)
    expect((await stranger.post('/flows', { template: id })).status).toBe(404)
    expect((await stranger.send('DELETE', `/flow-templates/${id}`)).status).toBe(404)
    expect((await admin.send('DELETE', '/flow-templates/pickup')).status).toBe(404)
    expect((await app.as('planner').get('/flow-templates')).status).toBe(403)
  })
})
