import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { TopUp, TopUpList } from '#contract/top-up-contract.ts'
import { reconcile } from '#server/billing/reconcile-service.ts'
import { silentLogger } from '#server/platform/logger.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createInvoicePrinter } from './print-invoice.ts'
import { settlePayment } from './settle-payment-service.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp({ topUps: { printInvoice: createInvoicePrinter('Sandi\nJakarta') } })
})
afterAll(() => app.close())
beforeEach(() => app.db.execute(sql`delete from top_ups`))

const billing = () => app.as('billing')
const order = (credits = 1_000) => billing().post<TopUp>('/billing/top-ups', { credits })
const play = (id: string, outcome: 'pay' | 'decline') =>
  billing().post<TopUp>(`/billing/top-ups/${id}/sandbox-payment`, { outcome })
const available = async () =>
  Number((await billing().get<{ available: string }>('/billing/balance')).body.available)

describe('a top-up', () => {
  it('is ordered with its tax, paid, and then in the balance and the ledger', async () => {
    const before = await available()
    const { status, body } = await order(1_500)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{ status: 'open', currency: 'IDR', taxPercent: 11, declined: false, paidAt: null },
      ...{ netMinor: 30_000_000, taxMinor: 3_300_000, totalMinor: 33_300_000 },
      checkoutUrl: `/billing/top-ups/${body.id}/pay`,
    })
    const paid = await play(body.id, 'pay')
    expect(paid.body).toMatchObject({ status: 'paid', checkoutUrl: null })
    expect(paid.body.invoiceNumber).toMatch(/^SANDI-\d{4}-\d{5}$/)
    expect(await available()).toBe(before + 1_500)
    const ledger = await billing().get<{ items: { kind: string; amount: string }[] }>(
      '/billing/ledger',
    )
    const entries = ledger.body.items.filter(({ kind }) => kind === 'top-up')
    expect(entries.map(({ amount }) => amount)).toContain('1500.000000')
  })

  it('that is declined stays open, and can be tried again', async () => {
    const before = await available()
    const { id } = (await order()).body
    expect((await play(id, 'decline')).body).toMatchObject({ status: 'open', declined: true })
    expect(await available()).toBe(before)
    expect((await play(id, 'pay')).body).toMatchObject({ status: 'paid', declined: false })
  })

  it('is one at a time; when it is cancelled another can be ordered', async () => {
    const first = (await order()).body
    const second = await billing().post<ProblemDetails>('/billing/top-ups', { credits: 2_000 })
    expect([second.status, second.body.code]).toEqual([409, 'top-up-open'])
    const cancelled = await billing().post<TopUp>(`/billing/top-ups/${first.id}/cancel`)
    expect(cancelled.body.status).toBe('cancelled')
    expect((await play(first.id, 'pay')).status).toBe(409)
    expect((await order(2_000)).status).toBe(201)
  })

  it('is one at a time even when ten are ordered at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => order()))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
  })

  it.each([999, 1_000_001, 1_000.5, '1000', null])('of %j credits is refused', async (credits) => {
    const { status, body } = await billing().post<ProblemDetails>('/billing/top-ups', { credits })
    expect(status).toBe(400)
    expect(body.errors?.[0]?.path).toBe('body.credits')
  })

  it('is credited once however often and at once it is said to be paid', async () => {
    const before = await available()
    const { id, totalMinor } = (await order()).body
    const payment = { topUpId: id, paidMinor: totalMinor, currency: 'idr' }
    await Promise.all(
      Array.from({ length: 8 }, () => settlePayment(app.context, silentLogger, payment)),
    )
    expect(await available()).toBe(before + 1_000)
    expect((await reconcile(app.context)).sum).toBe(0n)
  })

  it('that was cancelled while the money was under way is credited all the same', async () => {
    const before = await available()
    const { id, totalMinor } = (await order()).body
    await billing().post(`/billing/top-ups/${id}/cancel`)
    const payment = { topUpId: id, paidMinor: totalMinor, currency: 'IDR' }
    expect(await settlePayment(app.context, silentLogger, payment)).toBe(true)
    expect(await available()).toBe(before + 1_000)
  })

  it.each([[{ paidMinor: 1, currency: 'IDR' }], [{ paidMinor: 22_200_000, currency: 'USD' }]])(
    'is not credited for %o, which is not its price',
    async (paid) => {
      const before = await available()
      const { id } = (await order()).body
      const payment = { topUpId: id, ...paid }
      expect(await settlePayment(app.context, silentLogger, payment)).toBe(false)
      expect(await available()).toBe(before)
    },
  )

  it('has invoice numbers without gaps', async () => {
    const numbers: number[] = []
    for (let index = 0; index < 3; index += 1) {
      const { id } = (await order()).body
      numbers.push(Number((await play(id, 'pay')).body.invoiceNumber?.slice(-5)))
    }
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2])
  })

  it('has an invoice as a PDF once it is paid, and none before', async () => {
    const { id } = (await order()).body
    expect((await billing().get(`/billing/top-ups/${id}/invoice`)).status).toBe(404)
    await play(id, 'pay')
    const response = await billing().request(`/billing/top-ups/${id}/invoice`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toMatch(/\(Invoice SANDI-\d{4}-\d{5}\)/)
  })

  it('belongs to its organisation, and is for owners, admins and billing only', async () => {
    const { id } = (await order()).body
    const stranger = { ...app.as('owner').actor, organizationId: 'another' }
    expect((await app.as(stranger).get(`/billing/top-ups/${id}`)).status).toBe(404)
    expect((await app.as(stranger).post(`/billing/top-ups/${id}/cancel`)).status).toBe(404)
    expect((await app.as('planner').get('/billing/top-ups')).status).toBe(403)
    expect((await app.as('field_user').post('/billing/top-ups', { credits: 1_000 })).status).toBe(
      403,
    )
    const { body } = await app.as('admin').get<TopUpList>('/billing/top-ups')
    expect(body).toMatchObject({ currency: 'IDR', canPay: true, hasInvoices: true })
    expect(body.items.map((item) => item.id)).toEqual([id])
  })
})

describe('where nobody takes the money', () => {
  it('credit can not be bought, and nothing is ordered', async () => {
    const closed = await createTestApp({ topUps: { payments: undefined } })
    const client = closed.as('billing')
    const { status, body } = await client.post<ProblemDetails>('/billing/top-ups', {
      credits: 1_000,
    })
    expect([status, body.code]).toEqual([503, 'payment-unavailable'])
    const list = await client.get<TopUpList>('/billing/top-ups')
    expect(list.body).toMatchObject({ items: [], canPay: false })
    await closed.close()
  })
})
