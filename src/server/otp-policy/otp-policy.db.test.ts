import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import type { OtpPolicySettings, PolicyCountry } from '#contract/otp-policy-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { type OtpPolicy, resolvePolicy } from '#domain/otp/otp-policy.ts'
import { auditEntries } from '#server/platform/db/tables/audit-tables.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'

// On PostgreSQL: what happens at once, happens at once.

const path = '/settings/otp-policy'
const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let lastNumber = 0

beforeAll(async () => {
  const { db } = await createPostgresDatabase()
  app = await createTestApp({ db, clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument({ channel: 'sms' })))
})
afterAll(() => app.close())
beforeEach(async () => {
  // Another day, and the policy of the demo.
  clock.advance(24 * 60 * 60_000)
  await app.db.update(organizations).set({
    otpPolicy: { allowedCountries: ['ID', 'SG'] },
  })
})

const read = async () => (await app.as('admin').get<OtpPolicySettings>(path)).body

const put = <Body = OtpPolicySettings>(policy: unknown, ifMatch?: string) =>
  app
    .as('admin')
    .send<Body>('PUT', path, policy, ifMatch === undefined ? {} : { 'if-match': ifMatch })

/** Sets a part of the policy as an admin would. */
const set = async (part: Partial<OtpPolicy>) => {
  const { policy, revision } = await read()
  const saved = await put({ ...policy, ...part }, `"${revision}"`)
  expect([saved.status, saved.body]).toEqual([200, expect.anything()])
  return saved.body
}

const aNumber = () => {
  lastNumber += 1
  return `+62812${String(lastNumber).padStart(4, '0')}0000`
}

const sendTo = async (phone: string) => {
  const task = await otp.createTask({ phone })
  return otp.send<ProblemDetails>(task.id)
}

describe('the OTP policy', () => {
  it('is read whole, with its revision as ETag, and replaced by If-Match', async () => {
    const first = await app.as('admin').get<OtpPolicySettings>(path)
    expect(first.body.policy).toEqual(resolvePolicy({ allowedCountries: ['ID', 'SG'] }, 'ID'))
    expect(first.headers.get('etag')).toBe(`"${first.body.revision}"`)
    const saved = await put(
      { ...first.body.policy, validityMinutes: 3 },
      `"${first.body.revision}"`,
    )
    expect(saved.headers.get('etag')).toBe(`"${first.body.revision + 1}"`)
    expect((await read()).policy.validityMinutes).toBe(3)
  })

  it('is for owners and admins', async () => {
    for (const role of ['billing', 'planner', 'field_user'] as const) {
      for (const part of ['', '/countries', '/alerts']) {
        expect((await app.as(role).get(path + part)).status, role).toBe(403)
      }
      expect((await app.as(role).send('PUT', path, {})).status, role).toBe(403)
      expect((await app.as(role).send('PUT', `${path}/blocks/SG`)).status, role).toBe(403)
    }
    expect((await app.as('owner').get(path)).status).toBe(200)
    expect((await app.request(path)).status).toBe(401)
  })

  it('is not overwritten by who has not seen the newest', async () => {
    const { policy, revision } = await read()
    expect((await put(policy)).status).toBe(428)
    const both = await Promise.all(
      [2, 3].map((validityMinutes) =>
        put<ProblemDetails>({ ...policy, validityMinutes }, `"${revision}"`),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const late = both.find(({ status }) => status === 412)
    expect(late?.body.code).toBe('revision-changed')
  })

  it.each([
    [{ validityMinutes: 11 }, 'body.validityMinutes'],
    [
      { sendsPerHour: { organisation: 1, worker: 0, prefix: 1, recipient: 1 } },
      'body.sendsPerHour.worker',
    ],
    [{ dailySpendCap: '100' }, 'body.dailySpendCap'],
    [{ allowedCountries: ['ID', 'SY'] }, 'body.allowedCountries.1'],
    [{ allowedCountries: ['XX'] }, 'body.allowedCountries.0'],
    [{ refusedNumberTypes: { sms: [], whatsapp: [] } }, 'body.refusedNumberTypes.sms'],
    [{ smsAutofillDomain: 'https://example.com' }, 'body.smsAutofillDomain'],
    [{ allowedCountries: undefined }, 'body.allowedCountries'],
  ])('refuses %o with the path and a reason, and keeps what it was', async (part, where) => {
    const { policy, revision } = await read()
    const { status, body } = await put<ProblemDetails>({ ...policy, ...part }, `"${revision}"`)
    expect([status, body.errors?.[0]?.path]).toEqual([400, where])
    expect(body.errors?.[0]?.message).not.toBe('')
    expect(await read()).toMatchObject({ policy, revision })
  })

  it('leaves a trail: who, what, old and new; none where nothing changed', async () => {
    await app.db.delete(auditEntries)
    const { policy } = await set({ validityMinutes: 2, allowedCountries: ['ID', 'MY'] })
    await set({ ...policy, allowedCountries: ['MY', 'ID'] })
    const entries = await app.db.select().from(auditEntries)
    expect(entries).toMatchObject([
      {
        action: 'otp-policy.changed',
        actorId: 'demo-admin',
        detail: {
          changes: [
            { setting: 'Validity', before: '5 minutes', after: '2 minutes' },
            { setting: 'Countries', before: '2', after: '2: added MY; removed SG' },
          ],
        },
      },
    ])
  })

  it('marks countries of high risk, and those that nobody delivers to', async () => {
    const { body } = await app.as('admin').get<{ items: PolicyCountry[] }>(`${path}/countries`)
    const codes = (wanted: (one: PolicyCountry) => boolean) =>
      body.items.flatMap((one) => (wanted(one) ? one.country : [])).toSorted()
    expect(body.items.length).toBeGreaterThan(240)
    expect(codes(({ isHighRisk }) => isHighRisk).join(' ')).toBe('AZ BD DZ IL LK NG OM PK PS TJ TN')
    expect(codes(({ isSupported }) => !isSupported)).toEqual(['CU', 'IR', 'SY'])
    expect(body.items.find(({ country }) => country === 'ID')).toEqual({
      country: 'ID',
      callingCode: '+62',
      region: 'Asia',
      isHighRisk: false,
      isSupported: true,
      hasRate: { sms: true, whatsapp: true },
    })
  })
})

describe('what the policy says, holds', () => {
  it('for kinds of numbers', async () => {
    const quote = (recipient: string) =>
      app.as('admin').post('/billing/quote', { channel: 'sms', recipient })
    expect((await quote('+622150001234')).status).toBe(422)
    await set({ refusedNumberTypes: { sms: ['PREMIUM_RATE', 'SHARED_COST'], whatsapp: [] } })
    expect((await quote('+622150001234')).status).toBe(200)
    await set({
      refusedNumberTypes: { sms: ['PREMIUM_RATE', 'SHARED_COST'], whatsapp: ['FIXED_LINE'] },
    })
    const { status, body } = await app
      .as('admin')
      .post<ProblemDetails>('/billing/quote', { channel: 'whatsapp', recipient: '+622150001234' })
    expect([status, body.code]).toEqual([422, 'otp-invalid-recipient'])
  })

  it('for the wait before a resend', async () => {
    await set({ resendWaits: { first: 45, second: 60, later: 120 } })
    const task = await otp.createTask({ phone: aNumber() })
    const { body } = await otp.send(task.id)
    expect(Date.parse(body.resendAt) - Date.parse(body.createdAt)).toBe(45_000)
    await app.otp.worker.drain()
    clock.advance(44_000)
    const early = await otp.send<ProblemDetails>(task.id)
    expect([early.status, early.headers.get('retry-after')]).toEqual([429, '1'])
    clock.advance(1_000)
    expect((await otp.send(task.id)).status).toBe(202)
  })

  it('for tries, sends per task, and channels', async () => {
    await set({ maximumAttempts: 3, sendsPerRecipientAndTask: 1, allowedChannels: ['sms'] })
    const phone = aNumber()
    const task = await otp.createTask({ phone })
    expect((await otp.send(task.id)).body.attemptsLeft).toBe(3)
    await app.otp.worker.drain()
    clock.advance(60_000)
    expect((await otp.send<ProblemDetails>(task.id)).body.code).toBe('otp-too-many-sends')
    await set({ allowedChannels: ['email'] })
    expect((await sendTo(aNumber())).body.code).toBe('otp-channel-not-allowed')
  })
})

describe('a block', () => {
  const block = (method: 'PUT' | 'DELETE', place: string) =>
    app.as('admin').send<OtpPolicySettings>(method, `${path}/blocks/${encodeURIComponent(place)}`)

  it('of a country takes it from those that are allowed, and back', async () => {
    const blocked = await block('PUT', 'SG')
    expect(blocked.body.policy.allowedCountries).toEqual(['ID'])
    expect((await block('PUT', 'SG')).body.revision).toBe(blocked.body.revision)
    expect((await sendTo('+6591234567')).body.code).toBe('otp-country-not-allowed')
    expect((await block('DELETE', 'SG')).body.policy.allowedCountries).toEqual(['ID', 'SG'])
    expect((await sendTo('+6591234567')).status).toBe(202)
  })

  it('of a prefix refuses its numbers with a reason of its own, and costs nothing', async () => {
    const phone = aNumber()
    await block('PUT', phone.slice(0, -4))
    const before = (await app.as('admin').get<Balance>('/billing/balance')).body.available
    expect(await sendTo(phone)).toMatchObject({ status: 403, body: { code: 'otp-number-blocked' } })
    expect((await app.as('admin').get<Balance>('/billing/balance')).body.available).toBe(before)
    expect((await sendTo(aNumber())).status).toBe(202)
    await block('DELETE', phone.slice(0, -4))
    expect((await sendTo(phone)).status).toBe(202)
  })

  it('is told in the trail, never with a whole number', async () => {
    await app.db.delete(auditEntries)
    await block('PUT', '+628129999')
    clock.advance(1)
    await block('DELETE', '+628129999')
    const entries = await app.db.select().from(auditEntries).orderBy(auditEntries.id)
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['otp-policy.blocked', '+628129999••••'],
      ['otp-policy.unblocked', '+628129999••••'],
    ])
  })

  it('is of a place that there is', async () => {
    expect((await block('PUT', 'nowhere')).status).toBe(400)
    expect((await block('DELETE', 'IR')).status).toBe(400)
  })
})
