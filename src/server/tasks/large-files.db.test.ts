import { afterAll, expect, it } from 'vitest'
import type { Task } from '#contract/task-contract.ts'
import { largestFile } from '#domain/components/answer-file.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createTestDatabase, type TestDatabase } from '#testing/test-database.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'

let embedded: TestDatabase | undefined
afterAll(() => embedded?.close())

it.each([
  [
    'PGlite',
    async () => {
      embedded = await createTestDatabase()
      return embedded
    },
  ],
  ['PostgreSQL', createPostgresDatabase],
])('%s keeps every byte of the largest file', async (_name, create) => {
  const { db } = await create()
  const app = await createTestApp({ db })
  const voice = aComponent('voice', { id: 'voice' })
  const flowId = await publishDocument(app, aFlow([], aPage('one', [voice])))
  const planner = app.as('planner')
  const { body: task } = await planner.post<Task>('/tasks', { flowId })

  const content = new Uint8Array(largestFile).map((_, index) => index * 31)
  content.set([0x4f, 0x67, 0x67, 0x53])
  const address = `/tasks/${task.id}/files`
  const stored = await planner.request(`${address}?componentId=voice&fileId=largest`, {
    method: 'POST',
    headers: { 'content-type': 'audio/ogg' },
    body: content,
  })
  expect(await stored.json()).toMatchObject({ id: 'largest', size: largestFile })
  const response = await planner.request(`${address}/largest`)
  expect(Buffer.compare(new Uint8Array(await response.arrayBuffer()), content)).toBe(0)
})
