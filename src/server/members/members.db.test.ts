import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry } from '#contract/audit-list-contract.ts'
import type { Invited, MemberList, OpenInvitation } from '#contract/member-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Role } from '#contract/session-contract.ts'
import { day, minute } from '#domain/shared/clock.ts'
import { invitations, members, sessions, users } from '#server/platform/db/tables/auth-tables.ts'
import type { Mail } from '#server/platform/mail/mailer.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createTestApp } from '#testing/test-app.ts'

const clock = createFakeClock()
const mails: Mail[] = []
let isMailServerUp = true
const mailer = {
  send: async (mail: Mail) => {
    if (!isMailServerUp) throw new Error('the mail server does not answer')
    mails.push(mail)
  },
}
let app: Awaited<ReturnType<typeof createTestApp>>
let changes = 0

beforeAll(async () => {
  app = await createTestApp({
    clock,
    invitations: { hashPassword, mailer, address: 'https://sandi.example' },
    onMembersChanged: () => {
      changes += 1
    },
  })
})
afterAll(() => app.close())
beforeEach(() => {
  mails.length = 0
})

const invite = (email: string, role: Role = 'planner', who: 'owner' | 'admin' = 'admin') =>
  app.as(who).post<Invited & ProblemDetails>('/members/invitations', { email, role })
const tokenOf = (mail: Mail | undefined) => /#(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
const postAsNobody = async <Body>(path: string, body: object) => {
  const headers = { 'content-type': 'application/json' }
  const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as Body }
}
const accept = (token: string, name = 'Nina', password = 'long enough') =>
  postAsNobody<ProblemDetails & { email: string }>('/invitations/accept', { token, name, password })
const list = async () => (await app.as('owner').get<MemberList>('/members')).body
const changeRole = (who: 'owner' | 'admin', userId: string, role: Role) =>
  app.as(who).send<ProblemDetails>('PATCH', `/members/${userId}`, { role })
const join = async (email: string, role: Role) => {
  await invite(email, role, 'owner')
  await accept(tokenOf(mails.at(-1)), email)
  const joined = (await list()).members.find((member) => member.email === email)
  if (joined === undefined) throw new Error('nobody joined')
  return joined.userId
}

describe('an invitation', () => {
  it('goes out by mail with a link, and whoever has it joins with a password', async () => {
    const answer = await invite(' Nina@Example.com ', 'planner')
    expect(answer).toMatchObject({
      status: 201,
      body: { invitation: { email: 'nina@example.com', role: 'planner' }, link: null },
    })
    expect(mails[0]?.to).toBe('nina@example.com')
    expect(mails[0]?.text).toContain('https://sandi.example/invitation#')
    const token = tokenOf(mails[0])
    const kept = JSON.stringify(await app.db.select().from(invitations))
    expect(kept).not.toContain(token)
    const read = await postAsNobody<OpenInvitation>('/invitations/read', { token })
    expect(read.body).toEqual({
      organisation: 'Demo Logistics',
      email: 'nina@example.com',
      role: 'planner',
      invitedBy: 'Dewi Lestari',
    })
    expect(await accept(token)).toMatchObject({ status: 201, body: { email: 'nina@example.com' } })
    const now = await list()
    expect(now.members.find(({ name }) => name === 'Nina')).toMatchObject({ role: 'planner' })
    expect(now.invitations).toEqual([])
    const [user] = await app.db.select().from(users).where(eq(users.email, 'nina@example.com'))
    expect(user?.emailVerified).toBe(true)
    expect(await accept(token)).toMatchObject({ status: 410, body: { code: 'invitation-ended' } })
  })

  it('is worth one account, however often it is accepted at once', async () => {
    await invite('twice@example.com')
    const token = tokenOf(mails[0])
    const answers = await Promise.all([accept(token, 'One'), accept(token, 'Two'), accept(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410])
  })

  it('ends after a week, when it is withdrawn, and when a new one is sent', async () => {
    await invite('late@example.com')
    await invite('late@example.com')
    const [first, second] = mails.map(tokenOf)
    expect((await accept(first ?? '')).status).toBe(410)
    clock.advance(7 * day)
    expect((await accept(second ?? '')).status).toBe(410)
    const { body } = await invite('late@example.com')
    const path = `/members/invitations/${body.invitation.id}`
    const stranger = { ...app.as('owner').actor, organizationId: 'elsewhere' }
    expect((await app.as(stranger).send('DELETE', path)).status).toBe(404)
    expect((await app.as('owner').send('DELETE', path)).status).toBe(204)
    expect((await accept(tokenOf(mails.at(-1)))).status).toBe(410)
  })

  it('is none when the mail could not be handed over', async () => {
    isMailServerUp = false
    const answer = await invite('unreachable@example.com')
    isMailServerUp = true
    expect(answer).toMatchObject({ status: 502, body: { code: 'mail-failed' } })
    expect((await list()).invitations).toEqual([])
  })

  it('is refused for who has an account, a role above one’s own, a bad address, a short password', async () => {
    expect((await invite('planner@sandi.test')).body.code).toBe('member-exists')
    expect((await invite('boss@example.com', 'owner')).status).toBe(403)
    expect((await invite('boss@example.com', 'owner', 'owner')).status).toBe(201)
    expect((await invite('nobody')).status).toBe(400)
    expect((await accept(tokenOf(mails.at(-1)), 'Boss', 'too short')).status).toBe(400)
  })

  it('is a link for who invites where there is no mail server, and proves no address then', async () => {
    const silent = await createTestApp({
      clock,
      invitations: { hashPassword, mailer: undefined, address: 'https://sandi.example' },
    })
    const input = { email: 'by-hand@example.com', role: 'planner' }
    const { body } = await silent.as('owner').post<Invited>('/members/invitations', input)
    const token = body.link?.split('#')[1] ?? ''
    const headers = { 'content-type': 'application/json' }
    const accepted = await silent.request('/invitations/accept', {
      method: 'POST',
      headers,
      body: JSON.stringify({ token, name: 'By Hand', password: 'long enough' }),
    })
    expect(accepted.status).toBe(201)
    const [user] = await silent.db.select().from(users).where(eq(users.email, input.email))
    expect(user?.emailVerified).toBe(false)
    await silent.close()
  })

  it('is impossible where there are only demo accounts', async () => {
    const mock = await createTestApp({ clock })
    const input = { email: 'someone@example.com', role: 'planner' }
    const answer = await mock.as('owner').post('/members/invitations', input)
    expect(answer).toMatchObject({ status: 503, body: { code: 'invitations-unavailable' } })
    await mock.close()
  })
})

describe('a role', () => {
  it('is changed by owners and admins, and whoever is known by a session is asked for anew', async () => {
    const before = changes
    expect((await changeRole('admin', 'demo-worker', 'planner')).status).toBe(204)
    expect(changes).toBe(before + 1)
    expect((await list()).members.find(({ userId }) => userId === 'demo-worker')?.role).toBe(
      'planner',
    )
    await changeRole('admin', 'demo-worker', 'field_user')
  })

  it('of an owner is for owners to give and to take', async () => {
    expect((await changeRole('admin', 'demo-planner', 'owner')).status).toBe(403)
    expect((await changeRole('admin', 'demo-owner', 'planner')).status).toBe(403)
    expect((await changeRole('owner', 'demo-owner', 'admin')).body.code).toBe('last-owner')
  })

  it('of owner remains with one, however two of them are taken it at once', async () => {
    const second = await join('second-owner@example.com', 'owner')
    const answers = await Promise.all([
      changeRole('owner', 'demo-owner', 'admin'),
      changeRole('owner', second, 'admin'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    await app.db.update(members).set({ role: 'owner' }).where(eq(members.userId, 'demo-owner'))
  })

  it('is not for others to change, nor of members elsewhere', async () => {
    const planner = app.as('planner')
    expect((await planner.get('/members')).status).toBe(403)
    expect((await planner.send('PATCH', '/members/demo-worker', { role: 'admin' })).status).toBe(
      403,
    )
    const stranger = { ...app.as('owner').actor, organizationId: 'elsewhere' }
    const body = { role: 'planner' }
    expect((await app.as(stranger).send('PATCH', '/members/demo-worker', body)).status).toBe(404)
    expect((await app.as(stranger).send('DELETE', '/members/demo-worker')).status).toBe(404)
  })
})

describe('removing a member', () => {
  it('ends every session at once; the person can be invited again', async () => {
    const userId = await join('leaver@example.com', 'planner')
    const at = new Date(clock.now())
    await app.db.insert(sessions).values({
      id: 's1',
      token: 't1',
      userId,
      expiresAt: new Date(clock.now() + minute),
      createdAt: at,
      updatedAt: at,
    })
    expect((await app.as('admin').send('DELETE', `/members/${userId}`)).status).toBe(204)
    expect(await app.db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([])
    expect(await join('leaver@example.com', 'billing')).toBe(userId)
  })

  it('is refused for oneself and the last owner', async () => {
    expect((await app.as('admin').send('DELETE', '/members/demo-admin')).status).toBe(403)
    expect((await app.as('admin').send('DELETE', '/members/demo-owner')).status).toBe(403)
  })
})

describe('the audit trail', () => {
  it('says who did what, newest first, narrowed down and page by page', async () => {
    clock.advance(minute)
    await changeRole('admin', 'demo-planner', 'billing')
    clock.advance(minute)
    await changeRole('owner', 'demo-planner', 'planner')
    type Page = { items: AuditEntry[]; nextCursor: string | null }
    const first = (await app.as('admin').get<Page>('/audit?limit=1')).body
    expect(first.items).toMatchObject([
      {
        by: 'Sri Hartono',
        title: 'Changed the role of a member',
        subject: 'Rina Kusuma',
        changes: 'Role: Billing reviewer → Planner',
      },
    ])
    const next = (await app.as('admin').get<Page>(`/audit?limit=1&cursor=${first.nextCursor}`)).body
    expect(next.items).toMatchObject([{ by: 'Dewi Lestari', subject: 'Rina Kusuma' }])
    const from = new Date(clock.now()).toISOString()
    const narrow = `/audit?who=HARTONO&action=member.role-changed&from=${from}`
    const found = (await app.as('owner').get<Page>(narrow)).body.items
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map(({ by }) => by))).toEqual(new Set(['Sri Hartono']))
    expect((await app.as('owner').get<Page>(`/audit?to=${from}&who=%25`)).body.items).toEqual([])
  })

  it('is a table for spreadsheets, too, and for owners and admins of the organisation alone', async () => {
    await join('csv@example.com', 'planner')
    const { body } = await app.as('owner').get<string>('/audit.csv?action=member.joined')
    expect(body).toContain('time,who,action,what,subject,changes,id')
    expect(body).toContain('csv@example.com')
    expect((await app.as('planner').get('/audit')).status).toBe(403)
    expect((await app.as('billing').get('/audit.csv')).status).toBe(403)
    const stranger = { ...app.as('owner').actor, organizationId: 'elsewhere' }
    expect((await app.as(stranger).get('/audit')).body).toEqual({ items: [], nextCursor: null })
  })
})
