import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Flow } from '#contract/flow-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Session } from '#contract/session-contract.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let admin: TestClient

beforeAll(async () => {
  app = await createTestApp()
  admin = app.as('admin')
})
afterAll(() => app.close())

const choosePlan = (plan: string) =>
  app.db.update(organizations).set({ plan }).where(eq(organizations.id, admin.actor.organizationId))

const notes = Array.from({ length: 51 }, (_, index) =>
  aComponent('view', { id: `note${index}`, value: 'Hello' }),
)

it.each<[string, number | null, number]>([
  ['free', 50, 422],
  ['pro', 200, 200],
  ['enterprise', null, 200],
])(
  'on the plan "%s" with the limit %s, publishing 51 components answers %i',
  async (plan, limit, status) => {
    await choosePlan(plan)
    expect((await admin.get<Session>('/session')).body.organisation.componentLimit).toBe(limit)
    const document = {
      ...aFlow([], aPage('one', notes)),
      settings: { name: plan, description: '', language: 'en' },
    }
    const { body: flow } = await admin.post<Flow>('/flows', { document })
    const published = await admin.post<ProblemDetails>(`/flows/${flow.id}/publish`)
    expect(published.status).toBe(status)
    if (status === 422) {
      expect(published.body.errors).toMatchObject([{ code: 'flow-over-component-limit' }])
    }
  },
)
