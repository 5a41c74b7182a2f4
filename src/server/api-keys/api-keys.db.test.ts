import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiKey, CreatedApiKey } from '#contract/api-key-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Session } from '#contract/session-contract.ts'
import { hour, minute } from '#domain/shared/clock.ts'
import { apiKeys } from '#server/platform/db/tables/api-key-tables.ts'
import { auditEntries } from '#server/platform/db/tables/audit-tables.ts'
import { members } from '#server/platform/db/tables/auth-tables.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createTestApp } from '#testing/test-app.ts'

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp({ clock })
})
afterAll(() => app.close())

const create = async (more: object = {}, as: 'owner' | 'admin' = 'admin') => {
  const input = { name: 'Warehouse', role: 'planner', ...more }
  return (await app.as(as).post<CreatedApiKey>('/api-keys', input)).body
}
const use = (token: string, path = '/session', init: RequestInit = {}) =>
  app.request(path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })

describe('an API key', () => {
  it('acts in the name of its maker with its own role, on the whole API', async () => {
    const { token, apiKey } = await create()
    expect(token).toMatch(/^sandi_[\w-]{43}$/)
    expect(apiKey).toMatchObject({ lastFour: token.slice(-4), lastUsedAt: null, expiresAt: null })
    const session = (await (await use(token)).json()) as Session
    expect(session).toMatchObject({ role: 'planner', user: { id: 'demo-admin' } })
    expect((await use(token, '/flows')).status).toBe(200)
    expect((await use(token, '/flows', { method: 'POST' })).status).toBe(403)
  })

  it('is kept as a hash only, and listed without itself', async () => {
    const { token } = await create({ name: 'Hidden' })
    const rows = JSON.stringify(await app.db.select().from(apiKeys))
    expect(rows).not.toContain(token.slice(6))
    const { body } = await app.as('owner').get<{ items: ApiKey[] }>('/api-keys')
    expect(JSON.stringify(body)).not.toContain(token)
    expect(body.items[0]).toMatchObject({ name: 'Hidden', createdBy: 'Dewi Lestari' })
  })

  it('says when it was used last', async () => {
    const { token, apiKey } = await create()
    await use(token)
    clock.advance(2 * minute)
    await use(token)
    const { body } = await app.as('owner').get<{ items: ApiKey[] }>('/api-keys')
    const listed = body.items.find(({ id }) => id === apiKey.id)
    expect(listed?.lastUsedAt).toBe(new Date(clock.now()).toISOString())
  })

  it('passes where a browser of another site would not, and no cookie does with it', async () => {
    const { token } = await create({ role: 'admin' })
    const body = JSON.stringify({ name: 'By a program' })
    const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/json' }
    const made = await use(token, '/flows', { method: 'POST', headers, body })
    expect(made.status).toBe(201)
    const basic = { ...headers, authorization: 'Basic c2FuZGk6c2FuZGk=' }
    const refused = await app
      .as('admin')
      .request('/flows', { method: 'POST', headers: basic, body })
    expect(refused.status).toBe(403)
  })

  it('ends when it is revoked, when it expires, and with the membership of its maker', async () => {
    const revoked = await create()
    expect((await app.as('owner').send('DELETE', `/api-keys/${revoked.apiKey.id}`)).status).toBe(
      204,
    )
    const answer = await use(revoked.token)
    expect(answer.status).toBe(401)
    expect(((await answer.json()) as ProblemDetails).detail).toMatch(/API key/)

    const expiresAt = new Date(clock.now() + hour).toISOString()
    const short = await create({ expiresAt })
    expect((await use(short.token)).status).toBe(200)
    clock.advance(hour)
    expect((await use(short.token)).status).toBe(401)

    const orphan = await create()
    const isMaker = eq(members.userId, 'demo-admin')
    await app.db.update(members).set({ role: 'billing' }).where(isMaker)
    expect((await use(orphan.token)).status).toBe(401)
    await app.db.update(members).set({ role: 'admin' }).where(isMaker)
    expect((await use(orphan.token)).status).toBe(200)
  })

  it('that nobody made is refused', async () => {
    expect((await use(`sandi_${'A'.repeat(43)}`)).status).toBe(401)
  })
})

describe('who may make API keys', () => {
  it('owners and admins, none with more than their own role, none that has expired already', async () => {
    const post = (who: 'owner' | 'admin' | 'planner', input: object) =>
      app.as(who).post<ProblemDetails>('/api-keys', { name: 'Key', role: 'planner', ...input })
    expect((await post('planner', {})).status).toBe(403)
    expect((await post('owner', { role: 'owner' })).status).toBe(201)
    const more = await post('admin', { role: 'owner' })
    expect(more).toMatchObject({ status: 400, body: { errors: [{ path: 'body.role' }] } })
    const past = await post('admin', { expiresAt: '2020-01-01T00:00:00.000Z' })
    expect(past).toMatchObject({ status: 400, body: { errors: [{ path: 'body.expiresAt' }] } })
  })

  it('no key, not even an owner’s', async () => {
    const { token } = await create({ role: 'owner' }, 'owner')
    expect((await use(token, '/api-keys')).status).toBe(403)
    expect((await use(token, '/balance')).status).not.toBe(403)
  })

  it('nobody of another organisation revokes them', async () => {
    const { token, apiKey } = await create()
    const stranger = { ...app.as('owner').actor, organizationId: 'elsewhere' }
    expect((await app.as(stranger).send('DELETE', `/api-keys/${apiKey.id}`)).status).toBe(404)
    expect((await use(token)).status).toBe(200)
  })
})

it('making and revoking is in the audit trail, without the key', async () => {
  const { token, apiKey } = await create({ name: 'Audited' })
  await app.as('owner').send('DELETE', `/api-keys/${apiKey.id}`)
  const rows = await app.db.select().from(auditEntries).where(eq(auditEntries.subject, 'Audited'))
  expect(rows.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['api-key.created', 'Dewi Lestari'],
    ['api-key.revoked', 'Sri Hartono'],
  ])
  expect(JSON.stringify(rows)).not.toContain(token.slice(-20))
})
