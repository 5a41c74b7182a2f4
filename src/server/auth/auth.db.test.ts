import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Session } from '#contract/session-contract.ts'
import { second } from '#domain/shared/clock.ts'
import { createApp } from '#server/app.ts'
import { seedDemo } from '#server/demo/seed-demo-service.ts'
import { createFlowEvents } from '#server/flows/flow-events-service.ts'
import { createOtp } from '#server/otp/otp-service.ts'
import { createLocalBus } from '#server/platform/bus.ts'
import { createIds } from '#server/platform/create-ids.ts'
import { members, sessions } from '#server/platform/db/tables/auth-tables.ts'
import { silentLogger } from '#server/platform/logger.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { brandedNumbers } from '#testing/test-app.ts'
import { createTestDatabase, type TestDatabase } from '#testing/test-database.ts'
import { createAuthHandler } from './auth-handler.ts'
import { createAuth } from './create-auth.ts'
import { createSessionActors } from './session-actors.ts'

const address = 'http://localhost'
const installation = { hasSandbox: true, official: {} }
const clock = createFakeClock(Date.now())
let database: TestDatabase
let request: (path: string, init?: RequestInit) => Promise<Response>

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const context = { db, clock, installation, newId: createIds(clock) }
  await seedDemo(context, hashPassword, false)
})
afterAll(() => database.close())

// From another address each time, as better-auth counts tries by that, for the whole process.
let client = 0
beforeEach(() => {
  client += 1
  const { db } = database
  const context = { db, clock, installation, newId: createIds(clock) }
  const secretKey = 'a key for tests only, long enough'
  const auth = createAuth(context, silentLogger, {
    secretKey,
    address,
    isOnlyAddress: false,
    signInsPerMinute: 5,
  })
  const actors = createSessionActors(context, auth)
  const app = createApp({
    context,
    logger: silentLogger,
    otp: createOtp(context, { secretKey, logger: silentLogger }),
    flowEvents: createFlowEvents({ context, bus: createLocalBus(), logger: silentLogger }),
    topUps: { payments: undefined, printInvoice: undefined },
    brandedNumbers,
    resolveActor: actors.resolveActor,
    handleAuth: createAuthHandler(auth, actors, false),
    hasDemo: true,
    publicUrl: undefined,
    isReady: async () => true,
  })
  const environment = { incoming: { socket: { remoteAddress: `10.0.0.${client}` } } }
  request = async (path, init) => app.request(`${address}${path}`, init, environment)
})

const post = (path: string, body: unknown, cookie = '') =>
  request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })

const signIn = (email: string, password = 'sandi-demo') =>
  post('/api/auth/sign-in/email', { email, password })

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const getSession = (cookie: string) => request('/api/v1/session', { headers: { cookie } })

describe('signing in', () => {
  it.each(['owner', 'admin', 'billing', 'planner', 'worker'])(
    'works for the demo account %s, by a cookie that scripts can not read',
    async (name) => {
      const response = await signIn(`${name}@sandi.test`)
      expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
      const session = (await (await getSession(cookieOf(response))).json()) as Session
      expect(session.user.email).toBe(`${name}@sandi.test`)
      expect(session.role).toBe(name === 'worker' ? 'field_user' : name)
    },
  )

  it('fails alike for a wrong password and an unknown address', async () => {
    const wrong = (await (
      await signIn('admin@sandi.test', 'wrong-password')
    ).json()) as ProblemDetails
    const unknown = (await (await signIn('nobody@sandi.test')).json()) as ProblemDetails
    expect(wrong).toMatchObject({ status: 401, code: 'not-signed-in' })
    expect(unknown).toEqual(wrong)
  })

  it('is limited to so many tries a minute, with Retry-After', async () => {
    for (let number = 0; number < 5; number += 1) await signIn('admin@sandi.test', 'wrong-password')
    const limited = await signIn('admin@sandi.test')
    expect(limited.status).toBe(429)
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await limited.json()).toMatchObject({ code: 'too-many-requests' })
  })

  it('is not to be had by signing up', async () => {
    const email = 'stranger@sandi.test'
    const answer = await post('/api/auth/sign-up/email', {
      email,
      password: 'long-enough',
      name: 'x',
    })
    expect(answer.status).toBe(400)
    expect((await signIn(email, 'long-enough')).status).toBe(401)
  })
})

describe('a session', () => {
  it('ends at once by signing out, in the database too', async () => {
    const cookie = cookieOf(await signIn('billing@sandi.test'))
    expect((await getSession(cookie)).status).toBe(200)
    await post('/api/auth/sign-out', {}, cookie)
    expect((await getSession(cookie)).status).toBe(401)
    const left = await database.db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, 'demo-billing'))
    expect(left.map(({ token }) => cookie.includes(token))).not.toContain(true)
  })

  it('has a changed role within a minute, and none after the membership ends', async () => {
    const cookie = cookieOf(await signIn('planner@sandi.test'))
    const roleNow = async () => ((await (await getSession(cookie)).json()) as Session).role
    const membership = eq(members.userId, 'demo-planner')
    expect(await roleNow()).toBe('planner')
    await database.db.update(members).set({ role: 'billing' }).where(membership)
    clock.advance(21 * second)
    expect(await roleNow()).toBe('billing')
    const [kept] = await database.db.delete(members).where(membership).returning()
    clock.advance(21 * second)
    expect((await getSession(cookie)).status).toBe(401)
    if (kept) await database.db.insert(members).values(kept)
  })

  it('with a forged signature is none', async () => {
    const cookie = cookieOf(await signIn('admin@sandi.test'))
    expect((await getSession(cookie.replace(/\.[^.;]{6}/, '.AAAAAA'))).status).toBe(401)
  })
})

describe('the organisation', () => {
  it.each(['planner', 'worker', 'billing'])('is not for a %s to change', async (name) => {
    const cookie = cookieOf(await signIn(`${name}@sandi.test`))
    const organizationId = 'demo-logistics'
    const calls = [
      ['update-member-role', { memberId: `demo-${name}`, role: 'owner', organizationId }],
      ['invite-member', { email: 'friend@sandi.test', role: 'owner', organizationId }],
      ['remove-member', { memberIdOrEmail: 'owner@sandi.test', organizationId }],
      ['update', { data: { name: 'Mine' }, organizationId }],
      ['delete', { organizationId }],
      ['create', { name: 'Mine', slug: 'mine' }],
    ] as const
    for (const [call, body] of calls) {
      const answer = await post(`/api/auth/organization/${call}`, body, cookie)
      expect([call, answer.ok]).toEqual([call, false])
    }
    const rows = await database.db.select().from(members)
    expect(rows.filter(({ role }) => role === 'owner').map(({ userId }) => userId)).toEqual([
      'demo-owner',
    ])
  })

  it('can not be deleted, not even by its owner', async () => {
    const cookie = cookieOf(await signIn('owner@sandi.test'))
    const body = { organizationId: 'demo-logistics' }
    expect((await post('/api/auth/organization/delete', body, cookie)).ok).toBe(false)
  })
})
