import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Estimate } from '#contract/usage-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { channels } from '#domain/otp/channel.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { flows, flowVersions } from '#server/platform/db/tables/flow-tables.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'
import { topUp } from './ledger-service.ts'

const organizationId = 'demo-logistics'
const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp({ clock })
  // However often the property is tried, credit is not what refuses a code.
  await topUp(app.db, {
    ...{ id: 'plenty', key: 'plenty', organizationId, description: 'Test' },
    ...{ amountMicro: 10n ** 15n, now: clock.now() },
  })
})
afterAll(() => app.close())

const estimate = async (asked: object) => {
  const { status, body } = await app.as('billing').post<Estimate>('/billing/estimate', asked)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

const setOrganisation = (name: string, policy: object) =>
  app.db.execute(sql`
    update organizations set name = ${name},
      otp_policy = otp_policy || ${JSON.stringify(policy)}::jsonb
    where id = ${organizationId}`)

/** Reached by both, by WhatsApp alone (it is a landline), by neither (not allowed), and no number at all. */
const recipients = [
  '+628123456789',
  '+6591234567',
  '+60123456789',
  '+12025550123',
  '+62215550123',
  '+4915112345678',
]

const run = fc.record({
  channel: fc.constantFrom(...channels),
  digits: fc.integer({ min: 4, max: 8 }),
  language: fc.constantFrom('en' as const, 'id' as const, 'th' as const),
  name: fc.constantFrom('Demo', 'Śląska Spółka Kurierska', '印尼快递物流有限公司', 'A'.repeat(60)),
  validityMinutes: fc.integer({ min: 1, max: 10 }),
  smsAutofillDomain: fc.constantFrom('', 'codes.demo-logistics.example.com'),
  sent: fc.array(fc.constantFrom(...recipients), { minLength: 1, maxLength: 5 }),
})

/** Sends a code to each recipient; what the ledger holds for them, in millionths. */
const sendAll = async (flowId: string, sent: readonly string[]): Promise<bigint> => {
  const otp = anOtpWorker(app, flowId)
  for (const phone of sent) {
    const task = await otp.createTask({ phone, mail: 'someone@example.com' })
    await otp.send(task.id)
    await app.otp.worker.drain()
    // What the limits on sends say is another matter.
    clock.advance(60 * 60_000)
  }
  const [row] = await queryRows<{ micro: string }>(
    app.db,
    sql`
      select coalesce(sum(e.amount_micro), 0)::text as micro from ledger_entries e
      join otp_challenges c on c.id = e.challenge_id join tasks t on t.id = c.task_id
      where e.kind = 'hold' and t.flow_id = ${flowId}`,
  )
  return BigInt(row?.micro ?? 0)
}

describe('an estimate for a list of recipients', () => {
  it('is what the ledger takes for them, to the last millionth, whatever the message and whoever refuses', async () => {
    const property = fc.asyncProperty(
      run,
      async ({ channel, digits, language, name, sent, ...policy }) => {
        await setOrganisation(name, policy)
        const plain = anOtpDocument({ channel, digits })
        const flowId = await publishDocument(
          app,
          flowDocumentSchema.parse({ ...plain, settings: { ...plain.settings, language } }),
        )
        const { asBuilt } = await estimate({ flowId, recipients: sent })
        expect(parseCredits(asBuilt?.credits ?? '')).toBe(await sendAll(flowId, sent))
      },
    )
    await fc.assert(property, { numRuns: 15 })
  }, 60_000)

  it('says whom a channel refuses, and where the policy does not allow codes', async () => {
    await setOrganisation('Demo', { validityMinutes: 5, smsAutofillDomain: '' })
    const { channels: found, ...all } = await estimate({ recipients: [...recipients, 'nobody'] })
    expect(all).toMatchObject({ volume: 6, unreadable: 1, notAllowed: ['DE'] })
    expect(found.map(({ channel, refused }) => [channel, refused])).toEqual([
      ['email', 0],
      ['sms', 2],
      ['whatsapp', 1],
    ])
  })
})

describe('an estimate for a flow', () => {
  const toIndonesia = { volume: 10, mix: [{ country: 'ID', weight: 1 }] }

  it('counts the segments that its texts take', async () => {
    await setOrganisation('Demo', { validityMinutes: 5, smsAutofillDomain: '' })
    const short = await estimate(toIndonesia)
    await setOrganisation('印尼快递物流有限公司', {})
    const long = await estimate(toIndonesia)
    const sms = ({ channels: found }: Estimate) =>
      parseCredits(found.find(({ channel }) => channel === 'sms')?.credits ?? '')
    expect(sms(long)).toBe(sms(short) * 2n)
    await setOrganisation('Demo', {})
  })

  it('is of its draft, or of a version that is asked for', async () => {
    const flowId = await publishDocument(app, anOtpDocument({ channel: 'sms' }))
    const draft = anOtpDocument({ channel: 'whatsapp' })
    await app.db.update(flows).set({ document: draft }).where(sql`id = ${flowId}`)
    const credits = async (more: object) =>
      (await estimate({ flowId, ...toIndonesia, ...more })).asBuilt?.credits
    expect(await credits({})).toBe('20.000000')
    expect(await credits({ flowVersion: 1 })).toBe('119.680000')
    const [version] = await app.db.select().from(flowVersions).where(sql`flow_id = ${flowId}`)
    expect(version?.version).toBe(1)
    const post = (asked: object) => app.as('billing').post('/billing/estimate', asked)
    expect((await post({ flowId, flowVersion: 2, ...toIndonesia })).status).toBe(404)
    expect((await post({ flowVersion: 1, ...toIndonesia })).status).toBe(400)
  })
})
