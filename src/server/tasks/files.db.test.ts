import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredFile } from '#contract/file-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Role } from '#contract/session-contract.ts'
import type { Task } from '#contract/task-contract.ts'
import { hour } from '#domain/shared/clock.ts'
import { members, organizations, users } from '#server/platform/db/tables/auth-tables.ts'
import { answerFiles } from '#server/platform/db/tables/task-tables.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

/** The answer to a request that may be refused. */
type TaskOrProblem = Omit<Task, 'status'> & Omit<ProblemDetails, 'status'>

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let flowId: string

const png = (size = 64) => {
  const content = new Uint8Array(size)
  content.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  // Every value that a byte can have, so that none is lost on the way.
  for (let index = 8; index < size; index += 1) content[index] = index % 256
  return content
}
const ogg = (size = 64) => {
  const content = new Uint8Array(size)
  content.set([0x4f, 0x67, 0x67, 0x53])
  return content
}

beforeAll(async () => {
  app = await createTestApp({ clock })
  const optional = { required: false }
  flowId = await publishDocument(
    app,
    aFlow(
      [aComponent('photo', { id: 'parcel', ...optional })],
      aPage('proof', [
        aComponent('photo', { id: 'photo', ...optional }),
        aComponent('signature', { id: 'signature', ...optional }),
        aComponent('voice', { id: 'voice', ...optional }),
        aComponent('input', { id: 'note', ...optional }),
      ]),
    ),
  )
})
afterAll(() => app.close())

const worker = () => app.as('field_user')
const createTask = async (answers: object = {}) => {
  const assigneeId = worker().actor.userId
  return (await app.as('planner').post<Task>('/tasks', { flowId, assigneeId, answers })).body
}
let sent = 0
const newFileId = () => {
  sent += 1
  return `file-${sent}`
}

interface Sent {
  componentId?: string
  fileId?: string
  content?: Uint8Array<ArrayBuffer>
  type?: string
  as?: ReturnType<typeof worker>
}

const send = async (path: string, given: Sent = {}) => {
  const { componentId = 'photo', fileId = newFileId(), content = png(), type = 'image/png' } = given
  const query = new URLSearchParams({ componentId, fileId })
  const response = await (given.as ?? worker()).request(`${path}?${query}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: content,
  })
  const body = (await response.json()) as StoredFile & ProblemDetails
  return { status: response.status, body }
}
const sendTo = (taskId: string, given?: Sent) => send(`/tasks/${taskId}/files`, given)
const answer = (taskId: string, answers: object) =>
  worker().send('PATCH', `/tasks/${taskId}/answers`, { answers })
const finish = (taskId: string) => worker().post<TaskOrProblem>(`/tasks/${taskId}/finish`)
const photosOf = (...ids: string[]) => ({
  photos: ids.map((fileId) => ({ fileId, category: null })),
})

/** Somebody in another organisation. */
const aStranger = async (role: Role) => {
  const at = new Date(clock.now())
  const id = app.context.newId()
  const organizationId = `org-${id}`
  await app.db.insert(organizations).values({ id: organizationId, name: 'Other', slug: id })
  await app.db.insert(users).values({ id, name: 'Stranger', email: `${id}@example.com` })
  await app.db.insert(members).values({ id, organizationId, userId: id, role, createdAt: at })
  return app.as({ userId: id, userName: 'Stranger', organizationId, role })
}

describe('a file of a task', () => {
  it('comes back byte for byte, as what it is, to be kept for ever', async () => {
    const { id } = await createTask()
    const content = png(5_000)
    const stored = await sendTo(id, { fileId: 'whole', content })
    expect(stored).toEqual({
      status: 201,
      body: { id: 'whole', componentId: 'photo', mediaType: 'image/png', size: 5_000 },
    })
    const response = await app.as('planner').request(`/tasks/${id}/files/whole`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="photo-whole.png"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    })
  })

  it('is stored once when it is sent again', async () => {
    const { id } = await createTask()
    const fileId = newFileId()
    const first = await sendTo(id, { fileId })
    expect(await sendTo(id, { fileId })).toEqual(first)
  })

  it('may be a recording where one is asked for, with the codec in its type', async () => {
    const { id } = await createTask()
    const recording = { componentId: 'voice', content: ogg(), type: 'audio/ogg;codecs=opus' }
    expect((await sendTo(id, recording)).body.mediaType).toBe('audio/ogg')
  })

  it.each<[string, Sent, number, string]>([
    [
      'a page that is said to be a picture',
      { content: new TextEncoder().encode('<html>') },
      415,
      'unsupported-media-type',
    ],
    ['a picture that is said to be another', { type: 'image/jpeg' }, 415, 'unsupported-media-type'],
    [
      'a recording for a photo',
      { content: ogg(), type: 'audio/ogg' },
      415,
      'unsupported-media-type',
    ],
    ['nothing at all', { content: new Uint8Array() }, 415, 'unsupported-media-type'],
    ['a photo over 5 MiB', { content: png(5 * 1024 * 1024 + 1) }, 413, 'too-large'],
    [
      'a recording over 10 MiB',
      { componentId: 'voice', content: ogg(10 * 1024 * 1024 + 1), type: 'audio/ogg' },
      413,
      'too-large',
    ],
    ['a file for what asks for none', { componentId: 'note' }, 422, 'invalid-file'],
    ['a file for what is not there', { componentId: 'nothing' }, 422, 'invalid-file'],
    ['a file with an id that is none', { fileId: '../x' }, 400, 'bad-request'],
  ])('is refused: %s', async (_, given, status, code) => {
    const { id } = await createTask()
    const refused = await sendTo(id, given)
    expect([refused.status, refused.body.code]).toEqual([status, code])
  })

  it('does not take the id of another file', async () => {
    const [one, two] = [await createTask(), await createTask()]
    await sendTo(one.id, { fileId: 'taken' })
    expect((await sendTo(two.id, { fileId: 'taken' })).body.code).toBe('invalid-file')
    const other = { fileId: 'taken', componentId: 'signature' }
    expect((await sendTo(one.id, other)).body.code).toBe('invalid-file')
  })

  it('is one of 200 at most', async () => {
    const { id } = await createTask()
    const { organizationId, userId } = worker().actor
    await app.db.insert(answerFiles).values(
      Array.from({ length: 200 }, (_, index) => ({
        organizationId,
        id: `many-${index}`,
        taskId: id,
        componentId: 'photo',
        mediaType: 'image/png',
        size: 8,
        content: png(8),
        storedBy: userId,
        storedAt: new Date(clock.now()),
      })),
    )
    expect((await sendTo(id)).body).toMatchObject({ status: 422, code: 'invalid-file' })
  })
})

describe('somebody else', () => {
  it('of another organisation neither sees nor stores files, and may use the same id', async () => {
    const { id } = await createTask()
    await sendTo(id, { fileId: 'private' })
    for (const role of ['owner', 'field_user'] as const) {
      const stranger = await aStranger(role)
      expect((await stranger.get(`/tasks/${id}/files/private`)).status).toBe(404)
      expect((await sendTo(id, { as: stranger })).status).toBe(404)
    }
  })

  it('who is not the assignee has no such task; who reviews bills may not ask', async () => {
    const { body: unassigned } = await app.as('planner').post<Task>('/tasks', { flowId })
    expect((await sendTo(unassigned.id)).status).toBe(404)
    await sendTo(unassigned.id, { fileId: 'planned', as: app.as('planner') })
    expect((await worker().get(`/tasks/${unassigned.id}/files/planned`)).status).toBe(404)
    expect((await app.as('billing').get(`/tasks/${unassigned.id}/files/planned`)).status).toBe(403)
  })

  it("cannot be asked for by another task's address", async () => {
    const [one, two] = [await createTask(), await createTask()]
    await sendTo(one.id, { fileId: 'of-one' })
    expect((await worker().get(`/tasks/${two.id}/files/of-one`)).status).toBe(404)
  })
})

describe('finishing a task', () => {
  it('keeps the files that its answers name, removes the others, and then takes none', async () => {
    const { id } = await createTask()
    const [kept, removed] = ['kept', 'taken-again']
    await sendTo(id, { fileId: kept })
    await sendTo(id, { fileId: removed })
    await sendTo(id, { fileId: 'sign', componentId: 'signature' })
    const signature = { fileId: 'sign', typedName: null }
    await answer(id, { photo: photosOf(kept), signature })
    const done = await finish(id)
    expect(done.body).toMatchObject({
      status: 'done',
      answers: { photo: photosOf(kept), signature },
    })
    expect((await worker().get(`/tasks/${id}/files/${kept}`)).status).toBe(200)
    expect((await worker().get(`/tasks/${id}/files/${removed}`)).status).toBe(404)
    expect((await sendTo(id)).body.code).toBe('task-done')
  })

  it.each<[string, () => Promise<string>]>([
    ['never arrived', async () => 'never-sent'],
    [
      'belongs to another task',
      async () => {
        const fileId = newFileId()
        await sendTo((await createTask()).id, { fileId })
        return fileId
      },
    ],
  ])('is refused while a photo %s', async (_, findFileId) => {
    const { id } = await createTask()
    await answer(id, { photo: photosOf(await findFileId()) })
    const refused = await finish(id)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ path: 'answers.photo', code: 'invalid' }])
  })

  it('is refused while an answer names a file of another component', async () => {
    const { id } = await createTask()
    const fileId = newFileId()
    await sendTo(id, { fileId, componentId: 'signature' })
    await answer(id, { photo: photosOf(fileId) })
    expect((await finish(id)).body.errors).toMatchObject([{ path: 'answers.photo' }])
  })
})

describe('a task whose Initial Page asks for a photo', () => {
  const sendAhead = (fileId: string, as = app.as('planner')) =>
    send(`/flows/${flowId}/task-files`, { componentId: 'parcel', fileId, as })
  const create = (fileId: string, as = app.as('planner')) =>
    as.post<TaskOrProblem>('/tasks', { flowId, answers: { parcel: photosOf(fileId) } })

  it('claims the photo that was stored before it was made', async () => {
    expect((await sendAhead('ahead')).status).toBe(201)
    const { body } = await create('ahead')
    expect((await app.as('planner').get(`/tasks/${body.id}/files/ahead`)).status).toBe(200)
    expect((await create('ahead')).body.code).toBe('invalid-answers')
  })

  it('is refused with a photo that is not there, or that somebody else stored', async () => {
    expect((await create('nowhere')).body.errors).toMatchObject([{ path: 'answers.parcel' }])
    await sendAhead('of-admin', app.as('admin'))
    expect((await create('of-admin')).body.code).toBe('invalid-answers')
  })

  it('finds a photo for a day, no longer', async () => {
    await sendAhead('forgotten')
    clock.advance(25 * hour)
    await sendAhead('fresh')
    expect((await create('forgotten')).body.code).toBe('invalid-answers')
    expect((await create('fresh')).status).toBe(201)
  })

  it('has its photos from who plans, for what the Initial Page asks', async () => {
    expect((await sendAhead('by-worker', worker())).status).toBe(403)
    const mobile = { componentId: 'photo', as: app.as('planner') }
    expect((await send(`/flows/${flowId}/task-files`, mobile)).body.code).toBe('invalid-file')
    const nowhere = await send('/flows/nowhere/task-files', { as: app.as('planner') })
    expect(nowhere.status).toBe(404)
  })
})
