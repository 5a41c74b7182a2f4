import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { TopUp } from '#contract/top-up-contract.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createStripePayments } from './stripe-payments.ts'

const webhookSecret = 'whsec_test'
const stripe = new Stripe('sk_test_only')

interface Session {
  id: string
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  client_reference_id: string
  amount_total: number
  currency: string
}

/** Stripe's side of a checkout, as far as it is used, on loopback. */
const sessions = new Map<string, Session>()
let isDown = false
const keys: unknown[] = []

const readForm = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

const answerCall = async (request: IncomingMessage): Promise<[number, object]> => {
  if (isDown) return [500, { error: { message: 'down' } }]
  const [, id, action] = /sessions(?:\/(\w+))?(?:\/(\w+))?$/.exec(request.url ?? '') ?? []
  if (id === undefined) {
    const form = await readForm(request)
    keys.push(request.headers['idempotency-key'])
    const made: Session = {
      ...{ id: `cs_${sessions.size + 1}`, status: 'open', payment_status: 'unpaid' },
      client_reference_id: form.get('client_reference_id') ?? '',
      amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? '',
    }
    sessions.set(made.id, made)
    return [200, { ...made, object: 'checkout.session', url: `https://pay.test/${made.id}` }]
  }
  const session = sessions.get(id)
  if (session === undefined) return [404, { error: { message: 'no such session' } }]
  if (action === 'expire') session.status = 'expired'
  return [200, { ...session, object: 'checkout.session' }]
}

const server = createServer((request, response) => {
  void answerCall(request).then(([status, body]) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
})

let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  app = await createTestApp({
    topUps: {
      payments: createStripePayments({
        ...{ secretKey: 'sk_test_only', webhookSecret },
        ...{ apiUrl: `http://127.0.0.1:${port}`, publicUrl: 'https://sandi.test' },
      }),
    },
  })
})
afterAll(async () => {
  await app.close()
  server.close()
})
beforeEach(async () => {
  isDown = false
  await app.db.execute(sql`delete from top_ups`)
})

const billing = () => app.as('billing')
const order = async () => {
  const { body } = await billing().post<TopUp>('/billing/top-ups', { credits: 1_000 })
  const session = sessions.get(body.checkoutUrl?.split('/').at(-1) ?? '')
  if (session === undefined) throw new Error('no checkout was started')
  return { topUp: body, session }
}
const pay = (session: Session) => {
  session.status = 'complete'
  session.payment_status = 'paid'
}
const available = async () =>
  Number((await billing().get<{ available: string }>('/billing/balance')).body.available)
const statusOf = async ({ id }: TopUp) =>
  (await billing().get<TopUp>(`/billing/top-ups/${id}`)).body.status

/** Sends a notice as Stripe does, signed by Stripe's own helper. */
const notify = async (type: string, object: object, { secret = webhookSecret } = {}) => {
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } })
  const signature = stripe.webhooks.generateTestHeaderString({ payload, secret })
  return app.app.request('/webhooks/stripe', {
    method: 'POST',
    headers: { 'stripe-signature': signature },
    body: payload,
  })
}

describe('Stripe', () => {
  it('is asked for one checkout of the whole price, under the key of the top-up', async () => {
    const { topUp, session } = await order()
    expect(topUp).toMatchObject({
      provider: 'stripe',
      checkoutUrl: `https://pay.test/${session.id}`,
    })
    expect(session).toMatchObject({ amount_total: 22_200_000, currency: 'idr' })
    expect(keys.at(-1)).toBe(`top-up-${topUp.id}`)
  })

  it('tells that it is paid: again, late and out of order, and the credits come once', async () => {
    const before = await available()
    const { topUp, session } = await order()
    pay(session)
    const types = ['async_payment_succeeded', 'completed', 'completed', 'expired']
    for (const type of types) {
      expect((await notify(`checkout.session.${type}`, session)).status).toBe(200)
    }
    expect(await statusOf(topUp)).toBe('paid')
    expect(await available()).toBe(before + 1_000)
  })

  it('tells of a completed checkout whose money is still to come: nothing is credited yet', async () => {
    const before = await available()
    const { topUp, session } = await order()
    session.status = 'complete'
    await notify('checkout.session.completed', session)
    expect([await statusOf(topUp), await available()]).toEqual(['open', before])
    await notify('checkout.session.async_payment_failed', session)
    expect([await statusOf(topUp), await available()]).toEqual(['expired', before])
  })

  it.each([
    ['signed by somebody else', () => notify('checkout.session.completed', {}, { secret: 'no' })],
    [
      'without a signature',
      () => app.app.request('/webhooks/stripe', { method: 'POST', body: '{}' }),
    ],
  ])('is not believed %s', async (_, send) => {
    expect((await send()).status).toBe(400)
  })

  it('is not believed when the body was changed after it was signed', async () => {
    const { topUp, session } = await order()
    const payload = JSON.stringify({ type: 'checkout.session.expired', data: { object: session } })
    const signature = stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret })
    const response = await app.app.request('/webhooks/stripe', {
      method: 'POST',
      headers: { 'stripe-signature': signature },
      body: payload.replace('expired', 'completed'),
    })
    expect([response.status, await statusOf(topUp)]).toEqual([400, 'open'])
  })

  it('may tell other things, which change nothing', async () => {
    expect((await notify('customer.created', { id: 'cus_1' })).status).toBe(200)
    const unknown = { ...(await order()).session, client_reference_id: 'gone' }
    pay(unknown)
    expect((await notify('checkout.session.completed', unknown)).status).toBe(200)
  })

  it('is asked on the way back, in case its notice was lost', async () => {
    const { topUp, session } = await order()
    const refresh = () => billing().post<TopUp>(`/billing/top-ups/${topUp.id}/refresh`)
    expect((await refresh()).body.status).toBe('open')
    pay(session)
    expect((await refresh()).body.status).toBe('paid')
  })

  it('ends the checkout of a top-up that is cancelled, unless that is paid already', async () => {
    const first = await order()
    const cancel = ({ id }: TopUp) => billing().post<TopUp>(`/billing/top-ups/${id}/cancel`)
    expect((await cancel(first.topUp)).body.status).toBe('cancelled')
    expect(first.session.status).toBe('expired')
    const second = await order()
    pay(second.session)
    expect((await cancel(second.topUp)).body.status).toBe('paid')
  })

  it('does not answer: nothing is ordered, and an open top-up stays open', async () => {
    const { topUp } = await order()
    isDown = true
    const cancelled = await billing().post<ProblemDetails>(`/billing/top-ups/${topUp.id}/cancel`)
    expect([cancelled.status, await statusOf(topUp)]).toEqual([503, 'open'])
    await app.db.execute(sql`delete from top_ups`)
    const ordered = await billing().post<ProblemDetails>('/billing/top-ups', { credits: 1_000 })
    expect([ordered.status, ordered.body.code]).toEqual([503, 'payment-unavailable'])
    isDown = false
    expect((await billing().post('/billing/top-ups', { credits: 1_000 })).status).toBe(201)
  })
})
