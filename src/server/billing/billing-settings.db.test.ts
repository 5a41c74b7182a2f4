import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import type { RateList } from '#contract/rate-contract.ts'
import type { TopUp, TopUpList } from '#contract/top-up-contract.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { createTestApp } from '#testing/test-app.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const get = async <Body>(path: string) => (await app.as('billing').get<Body>(path)).body
const set = (settings: object, role: 'billing' | 'owner' | 'planner' = 'billing') =>
  app.as(role).send<Balance>('PUT', '/billing/balance/settings', settings)

const listAudit = () =>
  queryRows<{ actor: string; action: string; detail: unknown }>(
    app.db,
    sql`
      select actor_name as actor, action, detail from audit_entries
      where action = 'billing.settings-changed'`,
  )

describe('the settings of billing', () => {
  it('are the home country’s currency and 100 credits until somebody says otherwise', async () => {
    expect(await get('/billing/balance')).toMatchObject({
      currency: 'IDR',
      lowBalance: '100.000000',
    })
  })

  it('say what prices are shown and paid in; an open top-up keeps its currency', async () => {
    const order = () => app.as('billing').post<TopUp>('/billing/top-ups', { credits: 1_000 })
    const open = await order()
    expect((await set({ lowBalance: 100, currency: 'EUR' })).body).toMatchObject({
      currency: 'EUR',
    })
    expect((await get<RateList>('/billing/rates')).currency).toBe('EUR')
    const list = await get<TopUpList>('/billing/top-ups')
    expect(list).toMatchObject({ currency: 'EUR', items: [{ currency: 'IDR' }] })
    await app.as('billing').post(`/billing/top-ups/${open.body.id}/cancel`)
    expect((await order()).body).toMatchObject({ currency: 'EUR', netMinor: 1_150, taxMinor: 0 })
  })

  it('stay where they are not named, and are refused where they are wrong', async () => {
    expect((await set({ lowBalance: 250 })).body).toMatchObject({
      currency: 'EUR',
      lowBalance: '250.000000',
    })
    for (const wrong of [
      { lowBalance: -1 },
      { lowBalance: 1, currency: 'XXX' },
      { currency: 'EUR' },
    ]) {
      expect((await set(wrong)).status, JSON.stringify(wrong)).toBe(400)
    }
    expect((await set({ lowBalance: 1 }, 'planner')).status).toBe(403)
  })

  it('leave a trail of who changed what, and none where nothing changed', async () => {
    const before = (await listAudit()).length
    await set({ lowBalance: 300, currency: 'USD' }, 'owner')
    await set({ lowBalance: 300, currency: 'USD' }, 'owner')
    const entries = await listAudit()
    expect(entries).toHaveLength(before + 1)
    expect(entries).toContainEqual({
      ...{ actor: app.as('owner').actor.userName, action: 'billing.settings-changed' },
      detail: {
        before: { currency: 'EUR', lowBalance: '250.000000' },
        after: { currency: 'USD', lowBalance: '300.000000' },
      },
    })
  })
})

describe('the level of the balance', () => {
  it('is told in short to those who see to it', async () => {
    await set({ lowBalance: 5_000 })
    const level = { available: '1000.000000', level: 'low' }
    expect(await get('/billing/balance/level')).toEqual(level)
    expect((await app.as('admin').get('/billing/channel-costs')).body).toMatchObject(level)
    for (const role of ['planner', 'field_user'] as const) {
      expect((await app.as(role).get('/billing/balance/level')).status).toBe(403)
    }
    await set({ lowBalance: 1_000 })
    expect(await get('/billing/balance/level')).toMatchObject({ level: 'enough' })
  })
})
