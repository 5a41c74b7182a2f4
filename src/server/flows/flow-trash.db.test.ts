import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Flow, FlowSummary } from '#contract/flow-contract.ts'
import type { TrashedFlow } from '#contract/flow-trash-contract.ts'
import { day } from '#domain/shared/clock.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'
import { sweepTrash } from './flow-trash-service.ts'

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let admin: TestClient

beforeAll(async () => {
  app = await createTestApp({ clock })
  admin = app.as('admin')
})
afterAll(() => app.close())

const create = async (name: string) => (await admin.post<Flow>('/flows', { name })).body
const trash = async () => (await admin.get<{ items: TrashedFlow[] }>('/flows/trash')).body.items

const trashed = async (name: string) => {
  const flow = await create(name)
  expect((await admin.send('DELETE', `/flows/${flow.id}`)).status).toBe(204)
  return flow
}

/** A flow with a task: its second version has none. */
const findFlowWithTask = async () => {
  const { items } = (await admin.get<{ items: FlowSummary[] }>('/flows?search=Pickup')).body
  const tasks = (await admin.get<{ items: { id: string; flowId: string }[] }>('/tasks')).body.items
  const flowId = items[0]?.id ?? ''
  return { flowId, taskId: tasks.find((task) => task.flowId === flowId)?.id ?? '' }
}

describe('the trash', () => {
  it('says who deleted a flow, when, and until when it can be restored', async () => {
    const { id } = await trashed('Old')
    const deletedAt = new Date(clock.now())
    expect((await trash())[0]).toMatchObject({
      id,
      name: 'Old',
      deletedAt: deletedAt.toISOString(),
      deletedBy: admin.actor.userName,
      expiresAt: new Date(deletedAt.getTime() + 30 * day).toISOString(),
      daysLeft: 30,
    })
  })

  it('gives a flow back as it was', async () => {
    const flow = await trashed('Back')
    expect((await admin.get(`/flows/${flow.id}`)).status).toBe(404)
    expect((await admin.post(`/flows/trash/${flow.id}/restore`)).status).toBe(200)
    expect((await admin.get<Flow>(`/flows/${flow.id}`)).body.document).toEqual(flow.document)
    expect((await trash()).some(({ id }) => id === flow.id)).toBe(false)
  })

  it('gives a flow whose name is taken by now a free one, in its document and its log too', async () => {
    const flow = await trashed('Round')
    await create('ROUND')
    const back = await admin.post<FlowSummary>(`/flows/trash/${flow.id}/restore`)
    expect(back.body.name).toBe('Round 2')
    const { body } = await admin.get<Flow>(`/flows/${flow.id}`)
    expect(body.document.settings.name).toBe('Round 2')
    const edits = await admin.get<{ items: { text: string }[] }>(`/flows/${flow.id}/edits`)
    expect(edits.body.items[0]?.text).toBe('Name: Round → Round 2')
  })

  it('is not for planners, and not for other organisations', async () => {
    const flow = await trashed('Mine')
    const stranger = app.as({ ...admin.actor, organizationId: 'other' })
    expect((await app.as('planner').get('/flows/trash')).status).toBe(403)
    expect((await stranger.post(`/flows/trash/${flow.id}/restore`)).status).toBe(404)
    expect((await stranger.send('DELETE', `/flows/trash/${flow.id}`)).status).toBe(404)
  })

  it('deletes for good what nothing was made from', async () => {
    const flow = await trashed('Gone')
    expect((await admin.send('DELETE', `/flows/trash/${flow.id}`)).status).toBe(204)
    expect((await admin.post(`/flows/trash/${flow.id}/restore`)).status).toBe(404)
  })

  it('takes nothing that is not in it', async () => {
    const flow = await create('Alive')
    expect((await admin.send('DELETE', `/flows/trash/${flow.id}`)).status).toBe(404)
    expect((await admin.get(`/flows/${flow.id}`)).status).toBe(200)
  })

  it('is swept after 30 days, and tasks keep working on their version', async () => {
    const { flowId, taskId } = await findFlowWithTask()
    const before = await app.as('planner').get<{ id: string }>(`/tasks/${taskId}`)
    await admin.send('DELETE', `/flows/${flowId}`)
    const young = await trashed('Young')
    clock.advance(30 * day - 1)
    await admin.post(`/flows/trash/${young.id}/restore`)
    await admin.send('DELETE', `/flows/${young.id}`)
    clock.advance(2)
    expect(await sweepTrash(app.context)).toBeGreaterThan(0)
    expect(await sweepTrash(app.context)).toBe(0)
    expect((await trash()).map(({ id }) => id)).toEqual([young.id])
    const after = await app.as('planner').get<{ id: string }>(`/tasks/${taskId}`)
    expect([after.status, after.body]).toEqual([200, before.body])
    expect(before.body.id).toBe(taskId)
  })
})
