import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Task } from '#contract/task-contract.ts'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let flowId: string

const select = (id: string, verb: 'show' | 'hide', target: string) => ({
  type: 'select',
  id,
  title: id,
  options: [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ],
  actions: [{ options: ['yes'], do: verb, targets: [target] }],
})

const document = flowDocumentSchema.parse({
  settings: { name: 'Visibility' },
  pages: [
    {
      id: 'initial',
      kind: 'initial',
      title: 'Order',
      components: [
        select('express', 'show', 'hour'),
        { type: 'input', id: 'hour', title: 'Hour', visible: false },
      ],
    },
    {
      id: 'door',
      kind: 'mobile',
      title: 'Door',
      components: [select('nobody', 'hide', 'name'), { type: 'input', id: 'name', title: 'Name' }],
    },
  ],
})

beforeAll(async () => {
  app = await createTestApp()
  flowId = await publishDocument(app, document)
})
afterAll(() => app.close())

const create = <Body = Task>(answers: object) =>
  app.as('planner').post<Body>('/tasks', { flowId, answers, assigneeId: 'demo-worker' })
const save = (taskId: string, answers: object) =>
  app.as('field_user').send<Task>('PATCH', `/tasks/${taskId}/answers`, { answers })
const finish = <Body = Task>(taskId: string) =>
  app.as('field_user').post<Body>(`/tasks/${taskId}/finish`, {})

describe('a component that an action shows', () => {
  it('is asked on the Initial Page once its option is chosen', async () => {
    const refused = await create<ProblemDetails>({ express: ['yes'] })
    expect(refused.body.errors).toMatchObject([{ path: 'answers.hour', code: 'required' }])
    const { body } = await create({ express: ['yes'], hour: 'ten' })
    expect(body.answers).toEqual({ express: ['yes'], hour: 'ten' })
  })

  it('is neither asked nor kept while it is hidden', async () => {
    const { status, body } = await create({ express: ['no'], hour: 'ten' })
    expect([status, body.answers]).toEqual([201, { express: ['no'] }])
  })
})

describe('a component that an action hides', () => {
  it('is not asked when the task is finished, and its answer is not kept', async () => {
    const { body: task } = await create({ express: ['no'] })
    await save(task.id, { name: 'Ayu', nobody: ['no'] })
    await save(task.id, { nobody: ['yes'] })
    const { status, body } = await finish(task.id)
    expect([status, body.answers]).toEqual([200, { express: ['no'], nobody: ['yes'] }])
  })

  it('is asked as long as it is shown', async () => {
    const { body: task } = await create({ express: ['no'] })
    await save(task.id, { nobody: ['no'] })
    const { body } = await finish<ProblemDetails>(task.id)
    expect(body.errors).toMatchObject([{ path: 'answers.name', code: 'required' }])
  })
})

it('an option that does not exist is refused', async () => {
  const { body } = await create<ProblemDetails>({ express: ['maybe'] })
  expect(body.errors).toMatchObject([{ path: 'answers.express', code: 'invalid' }])
})
