import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Task, TaskSummary } from '#contract/task-contract.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let flowId: string
let otp: ReturnType<typeof anOtpWorker>

beforeAll(async () => {
  app = await createTestApp({ clock })
  flowId = await publishDocument(app, anOtpDocument())
  otp = anOtpWorker(app, flowId)
})
afterAll(() => app.close())

const create = <Body = Task>(more: object) =>
  app.as('planner').post<Body>('/tasks', { flowId, ...more })
const save = <Body = Task>(taskId: string, body: object) =>
  otp.worker.send<Body>('PATCH', `/tasks/${taskId}/answers`, body)

describe('a new task', () => {
  it('stores its answers in their normal form, and is recognised by them', async () => {
    const { status, body } = await create({
      answers: { phone: '+62 812-3456-7890', mail: ' ayu@example.com ' },
      assigneeId: 'demo-worker',
      startTime: '2026-11-23T08:00:00Z',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      status: 'ongoing',
      assignee: { id: 'demo-worker' },
      answers: { phone: '+6281234567890', mail: 'ayu@example.com' },
      summary: '+6281234567890 · ayu@example.com',
      flowVersion: 1,
      startTime: '2026-11-23T08:00:00.000Z',
    })
  })

  it('is unassigned without an assignee', async () => {
    expect((await create({})).body.status).toBe('unassigned')
  })

  it.each([
    [{ phone: 'abc' }, 'answers.phone', 'invalid'],
    [{ note: 'not on this page' }, 'answers.note', 'unknown'],
    [{ verification: { verified: true } }, 'answers.verification', 'unknown'],
  ])('is refused with %o', async (answers, path, code) => {
    const { status, body } = await create<ProblemDetails>({ answers })
    expect([status, body.code]).toEqual([422, 'invalid-answers'])
    expect(body.errors).toMatchObject([{ path, code }])
  })

  it('can be assigned to field workers of the organisation only', async () => {
    for (const assigneeId of ['demo-billing', 'nobody']) {
      const { status, body } = await create<ProblemDetails>({ assigneeId })
      expect([status, body.code]).toEqual([422, 'invalid-assignee'])
    }
  })

  it('needs a flow that is published, and there', async () => {
    const { body: draft } = await app.as('admin').post<{ id: string }>('/flows', { name: 'Draft' })
    const unpublished = await create<ProblemDetails>({ flowId: draft.id })
    expect([unpublished.status, unpublished.body.code]).toEqual([422, 'not-published'])
    expect((await create({ flowId: 'none' })).status).toBe(404)
  })

  it('is for planners and admins to make', async () => {
    for (const role of ['billing', 'field_user'] as const) {
      expect((await app.as(role).post('/tasks', { flowId })).status).toBe(403)
    }
  })
})

describe('a field worker', () => {
  it('sees and touches own tasks only, any other is not there', async () => {
    const { body: other } = await create({})
    const own = await otp.createTask({})
    const { body } = await otp.worker.get<{ items: TaskSummary[] }>('/tasks?limit=200')
    const ids = body.items.map(({ id }) => id)
    expect(ids).toContain(own.id)
    expect(ids).not.toContain(other.id)
    expect((await otp.worker.get(`/tasks/${other.id}`)).status).toBe(404)
    expect((await save(other.id, { answers: {} })).status).toBe(404)
    expect((await otp.worker.post(`/tasks/${other.id}/finish`)).status).toBe(404)
    const assign = await otp.worker.send('PATCH', `/tasks/${own.id}/assignee`, { assigneeId: null })
    expect(assign.status).toBe(403)
  })
})

describe('saving answers', () => {
  it('keeps what is left out, takes back what is null, and remembers the page', async () => {
    const task = await otp.createTask({ phone: '+6281234567890', mail: 'a@example.com' })
    const { body } = await save(task.id, {
      answers: { mail: null, note: ' left at the door ' },
      currentPageId: 'handover',
    })
    expect(body.answers).toEqual({ phone: '+6281234567890', note: 'left at the door' })
    expect(body).toMatchObject({ currentPageId: 'handover', summary: '+6281234567890' })
  })

  it.each([
    [{ answers: { nothing: 'x' } }, 'answers.nothing'],
    [{ answers: { mail: 'no address' } }, 'answers.mail'],
    [{ answers: {}, currentPageId: 'nowhere' }, 'currentPageId'],
  ])('refuses %o and then saves nothing', async (body, path) => {
    const task = await otp.createTask({})
    const refused = await save<ProblemDetails>(task.id, body)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ path }])
    expect((await otp.worker.get<Task>(`/tasks/${task.id}`)).body.answers).toEqual({})
  })
})

describe('a finished task', () => {
  const finish = async () => {
    const phone = `+62812${String(clock.now()).slice(-8)}`
    clock.advance(60 * 60_000 + 7)
    const task = await otp.createTask({ phone })
    await otp.verify(task.id, await otp.sendAndRead(task.id, phone))
    await otp.worker.post(`/tasks/${task.id}/finish`)
    return task
  }

  it('never changes again', async () => {
    const { id } = await finish()
    const before = (await otp.worker.get<Task>(`/tasks/${id}`)).body
    expect(before).toMatchObject({ status: 'done', trail: ['handover'], currentPageId: null })
    const tries = [
      save(id, { answers: { note: 'late' } }),
      otp.worker.post(`/tasks/${id}/finish`),
      otp.send<unknown>(id),
      app.as('planner').send('PATCH', `/tasks/${id}/assignee`, { assigneeId: null }),
    ]
    for (const tried of await Promise.all(tries)) {
      expect(tried).toMatchObject({ status: 409, body: { code: 'task-done' } })
    }
    expect((await otp.worker.get<Task>(`/tasks/${id}`)).body).toEqual(before)
  })

  it('can be filtered for, and searched by its answers and its flow', async () => {
    const { id, summary } = await finish()
    const search = async (query: string) => {
      const { body } = await app.as('planner').get<{ items: TaskSummary[] }>(`/tasks?${query}`)
      return body.items.map((task) => task.id)
    }
    expect(await search('status=done')).toContain(id)
    expect(await search('status=unassigned')).not.toContain(id)
    expect(await search(`search=${encodeURIComponent(summary.slice(3, 12))}`)).toEqual([id])
    expect(await search(`search=verified%20DEL&flowId=${flowId}`)).toContain(id)
    expect(await search('search=%25')).toEqual([])
  })

  it('is listed newest first, page by page, each task once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? 'limit=3' : `limit=3&cursor=${cursor}`
      const { body } = await app
        .as('planner')
        .get<{ items: TaskSummary[]; nextCursor: string | null }>(`/tasks?${query}`)
      seen.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    const { body } = await app.as('planner').get<{ items: unknown[] }>('/tasks?limit=200')
    expect(seen).toHaveLength(body.items.length)
  })
})
