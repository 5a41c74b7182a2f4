import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type {
  ArrangedNumber,
  BrandedNumber,
  SenderOverview,
  SenderTest,
} from '#contract/sender-contract.ts'
import type { Session } from '#contract/session-contract.ts'
import type { OtpMessage } from '#server/otp/senders/otp-sender.ts'
import type { Actor } from '#server/platform/actor.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { members, organizations, users } from '#server/platform/db/tables/auth-tables.ts'
import { brandedNumberEvents, brandedNumbers } from '#server/platform/db/tables/sender-tables.ts'
import { createSecretBox } from '#server/platform/secret-box.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import {
  type Provider,
  type ProviderReply,
  startProvider,
} from '#testing/providers/start-provider.ts'
import { createTestApp } from '#testing/test-app.ts'
import { rotateSecretsAcrossOrgs } from './number-secrets-service.ts'

const clock = createFakeClock()
const lines: string[] = []
const write = (fields: object, message: string) => {
  lines.push(message + JSON.stringify(fields))
}
const logger = {
  ...{ debug: write, info: write, warn: write, error: write },
  child: () => logger,
}
const token = 'EAAbrandedaccesstoken0815'
const appSecret = 'an app secret of its own'
const organizationId = 'demo-logistics'
const key = (id: string, fill: number) => ({ id, bytes: new Uint8Array(32).fill(fill) })
const secrets = createSecretBox([key('k1', 1)])
const official: OtpMessage[] = []
const answers: string[] = []
let provider: Provider
let reply: ProviderReply
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let number = 3_000

const accepted: ProviderReply = { status: 200, body: { messages: [{ id: 'wamid.branded' }] } }
const refusedBy = (code: number): ProviderReply => ({
  status: 400,
  body: { error: { code, message: 'no' } },
})

beforeAll(async () => {
  provider = await startProvider(() => reply)
  const whatsapp = {
    send: async (message: OtpMessage) => {
      official.push(message)
      return { outcome: 'accepted' as const, providerMessageId: `wamid.${official.length}` }
    },
    lookUp: async () => ({ outcome: 'unknown' as const }),
    reportsWithin: 0,
  }
  app = await createTestApp({
    ...{ clock, logger, secrets, hasSandbox: false, senders: { whatsapp } },
    whatsappUrl: provider.baseUrl,
    webhookSecrets: { whatsapp: { appSecret: 'the platform’s', verifyToken: 'word' } },
  })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
})
afterAll(async () => {
  await app.close()
  await provider.stop()
})

beforeEach(async () => {
  clock.advance(60 * 60_000)
  reply = accepted
  official.length = 0
  provider.requests.length = 0
  await app.db.delete(brandedNumbers)
  await app.db.delete(brandedNumberEvents)
})

/** Every answer of the API is kept, to be searched for secrets at the end. */
const ask = async <Body>(who: 'admin' | 'owner', method: string, path: string, body?: unknown) => {
  const answer = await app.as(who).send<Body & { code?: string }>(method, path, body)
  answers.push(JSON.stringify(answer.body))
  return answer
}
const request = (more: object = {}) =>
  ask<BrandedNumber>('admin', 'POST', '/settings/senders/branded-number', {
    displayName: 'Demo Logistics',
    phoneNumber: '+62 21 5088 9000',
    reason: 'Recipients know our name.',
    fallsBack: false,
    ...more,
  })
const arranged = `/operator/branded-numbers/${organizationId}`
const take = (step: string, more: object = {}) =>
  ask<ArrangedNumber>('owner', 'POST', `${arranged}/steps`, { step, ...more })
const account = { phoneNumberId: '1001', businessAccountId: '2002', accessToken: token, appSecret }
const activate = async (fallsBack = false) => {
  await request({ fallsBack })
  await take('review')
  return take('activate', { account })
}
const overview = async () => (await ask<SenderOverview>('admin', 'GET', '/settings/senders')).body
const readyChannels = async () =>
  (await app.as('admin').get<Session>('/session')).body.organisation.readyChannels

const send = async () => {
  number += 1
  const task = await otp.createTask({ phone: `+62812${number}0000` })
  const { status } = await otp.send(task.id)
  await app.otp.worker.drain()
  return { status, task }
}
const endOf = async ({ task }: Awaited<ReturnType<typeof send>>) => {
  const { status, failureCode } = await otp.newest(task.id)
  return failureCode ?? status
}

describe('the way of a branded number', () => {
  it('is from the request over the review to being active, with who did what and when', async () => {
    const { status, body } = await request()
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'requested', phoneNumber: '+622150889000' })
    await take('review')
    expect((await take('activate', { account })).body.state).toBe('active')
    const { brandedNumber } = await overview()
    expect(brandedNumber?.history.map(({ step, by }) => `${step} ${by}`)).toEqual([
      'request Dewi Lestari',
      'review Sri Hartono',
      'activate Sri Hartono',
    ])
    const audit = await queryRows<{ action: string; actor: string }>(
      app.db,
      sql`select action, actor_name as actor from audit_entries
        where organization_id = ${organizationId} order by id`,
    )
    expect(audit.map(({ action }) => action)).toEqual([
      'branded-number.request',
      'branded-number.review',
      'branded-number.activate',
    ])
  })

  it('ends with a reason where it is refused, and can begin again', async () => {
    await request()
    expect((await take('refuse')).status).toBe(400)
    await take('refuse', { note: 'The name is not yours.' })
    const { brandedNumber } = await overview()
    expect(brandedNumber).toMatchObject({ state: 'refused' })
    expect(brandedNumber?.history.at(-1)).toMatchObject({ note: 'The name is not yours.' })
    expect((await request({ displayName: 'Demo' })).body).toMatchObject({
      state: 'requested',
      displayName: 'Demo',
    })
  })

  it('takes no step that its state does not allow', async () => {
    expect((await take('review')).status).toBe(404)
    await request()
    expect((await request()).body.code).toBe('number-state')
    const operators = await ask<SenderOverview>('owner', 'GET', '/settings/senders')
    expect([operators.body.waitingNumbers, (await overview()).waitingNumbers]).toEqual([1, null])
    expect((await take('activate', { account })).body.code).toBe('number-state')
    await take('review')
    await take('activate', { account })
    expect((await take('refuse', { note: 'Too late.' })).body.code).toBe('number-state')
  })

  it('begins once, however many ask for it at the same time', async () => {
    const asked = await Promise.all([request(), request(), request()])
    expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect((await overview()).brandedNumber?.history).toHaveLength(1)
  })

  it('belongs to the platform operator, but for the request', async () => {
    await request()
    for (const role of ['admin', 'billing', 'planner', 'field_user'] as const) {
      const listed = await app.as(role).get('/operator/branded-numbers')
      const taken = await app.as(role).post(`${arranged}/steps`, { step: 'review' })
      const changed = await app.as(role).send('PUT', `${arranged}/account`, account)
      expect([listed.status, taken.status, changed.status], role).toEqual([403, 403, 403])
    }
    expect((await app.request(`/operator/branded-numbers`)).status).toBe(401)
  })

  it('needs a key to encrypt by', async () => {
    const keyless = await createTestApp({ db: app.db, clock, secrets: null })
    await request()
    await take('review')
    const { body } = await keyless.as('owner').post(`${arranged}/steps`, {
      step: 'activate',
      account,
    })
    expect(body).toMatchObject({ code: 'secrets-unavailable' })
    expect(await (await overview()).brandedNumber?.state).toBe('in-review')
  })

  it('is nobody else’s: another organisation neither sees nor uses it', async () => {
    await activate()
    const other: Actor = { ...app.as('admin').actor, userId: 'stranger', organizationId: 'other' }
    await app.db.insert(organizations).values({ id: 'other', name: 'Other', slug: 'other' })
    await app.db.insert(users).values({ id: 'stranger', name: 'S', email: 's@other.test' })
    await app.db
      .insert(members)
      .values({ id: 'm', organizationId: 'other', userId: 'stranger', role: 'admin' })
    const theirs = await app.as(other).get<SenderOverview>('/settings/senders')
    expect(theirs.body.brandedNumber).toBeNull()
    const templates = await app.as(other).get('/settings/senders/branded-number/templates')
    expect(templates.status).toBe(404)
  })
})

describe('WhatsApp codes of an organisation', () => {
  it('go by its own number once that is active', async () => {
    await activate()
    expect(await endOf(await send())).toBe('sent')
    const [sent] = provider.requests
    expect(sent?.url.pathname).toBe('/v24.0/1001/messages')
    expect(sent?.headers.authorization).toBe(`Bearer ${token}`)
    expect(official).toEqual([])
  })

  it('can not be sent before, unless the official number may stand in', async () => {
    await request()
    expect(await readyChannels()).toEqual([])
    expect((await send()).status).toBe(503)
    const changed = await ask<SenderOverview>('admin', 'PUT', '/settings/senders', {
      sandbox: null,
      fallsBack: true,
    })
    expect(changed.body.channels[2]?.route).toBe('official')
    expect(await readyChannels()).toEqual(['whatsapp'])
    await send()
    expect(official).toHaveLength(1)
    expect(provider.requests).toEqual([])
  })

  it('rest while it is suspended, and go on when it is resumed', async () => {
    await activate()
    await take('suspend', { note: 'Complaints.' })
    expect((await send()).status).toBe(503)
    await take('resume')
    expect(await endOf(await send())).toBe('sent')
  })

  it.each([190, 131037, 131042, 132001])(
    'that Meta refuses because of the number (%d) go by the official one, once',
    async (code) => {
      await activate(true)
      reply = refusedBy(code)
      expect(await endOf(await send())).toBe('sent')
      expect(provider.requests).toHaveLength(1)
      expect(official).toHaveLength(1)
      const { brandedNumber } = await overview()
      expect(brandedNumber?.lastError).toMatchObject({ providerCode: String(code) })
    },
  )

  it('are tried by the number itself, for which nothing stands in', async () => {
    await activate(true)
    reply = refusedBy(131037)
    const wanted = { channel: 'whatsapp', recipient: '+6281234567890' }
    const { body } = await ask<SenderTest>('admin', 'POST', '/settings/senders/tests', wanted)
    expect(body).toMatchObject({ route: 'branded', outcome: 'refused', providerCode: '131037' })
    expect(official).toEqual([])
  })

  it('that Meta refuses because of the number fail where nothing may stand in', async () => {
    await activate(false)
    reply = refusedBy(131037)
    expect(await endOf(await send())).toBe('sender-suspended')
    expect(official).toEqual([])
  })

  it('that Meta refuses because of the recipient do not go by the official number', async () => {
    await activate(true)
    reply = refusedBy(131026)
    expect(await endOf(await send())).toBe('not-on-whatsapp')
    expect(official).toEqual([])
  })

  it('of which it is not known whether Meta took them are never sent again', async () => {
    await activate(true)
    reply = 'drop'
    const sent = await send()
    await app.otp.worker.drain()
    expect(await endOf(sent)).toBe('sending')
    expect(provider.requests).toHaveLength(1)
    expect(official).toEqual([])
  })

  it('whose token does not open go by the official number, and the log says why', async () => {
    await activate(true)
    await app.db.update(brandedNumbers).set({ accessToken: 'v1.gone.AAAA.AAAA' })
    expect(await endOf(await send())).toBe('sent')
    expect(official).toHaveLength(1)
    expect(lines.join()).toContain('a secret of a branded number does not open')
  })
})

describe('the templates of a number', () => {
  it('are those of its account, with what is missing in the languages of the flows', async () => {
    await activate()
    const approved = { name: 'sandi_code_5m', language: 'id', status: 'APPROVED' }
    reply = { status: 200, body: { data: [approved] } }
    const { body } = await ask('admin', 'GET', '/settings/senders/branded-number/templates')
    expect(body).toEqual({
      name: 'sandi_code_5m',
      items: [
        { language: 'en', status: null },
        { language: 'id', status: 'APPROVED' },
      ],
    })
    expect(provider.requests[0]?.url.pathname).toBe('/v24.0/2002/message_templates')
  })

  it('say what Meta says where that is nothing good', async () => {
    await activate()
    reply = { status: 400, body: { error: { code: 190, message: 'Session has expired' } } }
    const { status, body } = await ask('owner', 'POST', `${arranged}/templates`)
    expect({ status, body }).toMatchObject({ status: 503, body: { detail: 'Session has expired' } })
  })
})

describe('a report about a branded number', () => {
  const report = (path: string, secret: string) => {
    const body = '{"object":"whatsapp_business_account","entry":[]}'
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    const headers = { 'x-hub-signature-256': `sha256=${signature}` }
    return app.request(path, { method: 'POST', body, headers })
  }

  it('is signed by the app of the number where it has one, at an address of its own', async () => {
    await activate()
    const own = `/webhooks/whatsapp/${organizationId}`
    expect((await report(own, appSecret)).status).toBe(200)
    expect((await report(own, 'the platform’s')).status).toBe(403)
    expect((await report('/webhooks/whatsapp', 'the platform’s')).status).toBe(200)
    expect((await report('/webhooks/whatsapp', appSecret)).status).toBe(403)
    expect((await report('/webhooks/whatsapp/nobody', appSecret)).status).toBe(403)
  })
})

describe('a secret of a number', () => {
  it('is renewed without being shown: only when it was set, and how it ends', async () => {
    const before = (await activate()).body.accessToken
    expect(before).toEqual({ setAt: new Date(clock.now()).toISOString(), ending: '0815' })
    const { body } = await ask<ArrangedNumber>('owner', 'PUT', `${arranged}/account`, {
      ...account,
      accessToken: null,
      appSecret: 'another app secret, 4711',
    })
    expect(body.accessToken).toEqual(before)
    expect(body.appSecret).toEqual({ setAt: new Date(clock.now()).toISOString(), ending: '4711' })
    expect(await endOf(await send())).toBe('sent')
  })

  it('moves to the newest key, after which the old one is not needed', async () => {
    await activate()
    const both = createSecretBox([key('k2', 2), key('k1', 1)])
    expect(await rotateSecretsAcrossOrgs(app.context, both)).toBe(2)
    expect(await rotateSecretsAcrossOrgs(app.context, both)).toBe(0)
    const [row] = await app.db.select().from(brandedNumbers)
    const place = { organizationId, purpose: 'whatsapp access token' }
    const alone = createSecretBox([key('k2', 2)])
    expect(await alone.open(row?.accessToken ?? '', place)).toBe(token)
  })

  it('is in no answer, no line of the log, no table and no entry of the audit trail', async () => {
    await activate()
    const tables = await queryRows<{ text: string }>(
      app.db,
      sql`select row_to_json(t)::text as text from branded_numbers t
        union all select row_to_json(t)::text from branded_number_events t
        union all select row_to_json(t)::text from audit_entries t`,
    )
    const seen = [...answers, ...lines, ...tables.map(({ text }) => text)].join('\n')
    expect(seen).toContain('0815')
    for (const secret of [token, appSecret]) expect(seen).not.toContain(secret)
  })
})
