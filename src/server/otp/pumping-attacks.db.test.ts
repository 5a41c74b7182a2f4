import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

// Section 4.3 of the list of known attacks: making others pay for messages. Each layer on its own; the
// spend cap and conversion in otp-policy/.

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>

beforeAll(async () => {
  app = await createTestApp({ clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument({ channel: 'sms' })))
  await app.db.execute(sql`
    update organizations set otp_policy = otp_policy
      || '{"sendsPerHour": {"organisation": 6, "worker": 4, "prefix": 2, "recipient": 3}}'`)
})
afterAll(() => app.close())
beforeEach(() => clock.advance(2 * 60 * 60_000))

const sendTo = async (phone: string) => {
  const task = await otp.createTask({ phone })
  const { status, body, headers } = await otp.send<ProblemDetails>(task.id)
  await app.otp.worker.drain()
  return { status, code: body.code, retryAfter: Number(headers.get('retry-after')) }
}

/** One number in each of so many blocks, none used twice. */
let block = 1_000
const aNumberElsewhere = () => {
  block += 1
  return `+62812${block}0000`
}

describe('pumping', () => {
  it('4.3, countries: costs nothing where the organisation sends nothing', async () => {
    const balance = () => app.as('billing').get<Balance>('/billing/balance')
    const before = (await balance()).body
    expect(await sendTo('+447400123456')).toMatchObject({
      status: 403,
      code: 'otp-country-not-allowed',
    })
    expect((await balance()).body).toEqual(before)
  })

  it.each([
    ['premium', '+62809123456'],
    ['toll-free', '+6588001234567'.slice(0, 13)],
    ['fixed line', '+622150001234'],
    ['a pager', '+447640123456'],
    ['company-wide (UAN)', '+445512345678'],
  ])('4.3, kinds of numbers: none by SMS to one that is %s', async (_kind, phone) => {
    const task = await otp.createTask({ phone: '+6281299990000' })
    await app.db.execute(
      sql`update task_answers set value = ${JSON.stringify(phone)}::jsonb
        where task_id = ${task.id} and component_id = 'phone'`,
    )
    const { status, body } = await otp.send<ProblemDetails>(task.id)
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'otp-invalid-recipient' })
  })

  it('4.3, kinds of numbers: a code goes where fixed lines and mobiles share their numbers', async () => {
    expect((await sendTo('+12015550123')).status).toBe(202)
  })

  it('4.3, recipient: no more than a few to one number, whatever the task', async () => {
    const phone = aNumberElsewhere()
    await app.db.execute(sql`
      update organizations set otp_policy = jsonb_set(otp_policy, '{sendsPerHour,prefix}', '10')`)
    const answers = []
    for (let nth = 0; nth < 4; nth += 1) answers.push((await sendTo(phone)).status)
    expect(answers).toEqual([202, 202, 202, 429])
    await app.db.execute(sql`
      update organizations set otp_policy = jsonb_set(otp_policy, '{sendsPerHour,prefix}', '2')`)
  })

  it('4.3, prefix: no more than a few to one block of numbers, and it says for how long', async () => {
    block += 1
    const answers = []
    for (const last of ['0001', '0002', '0003']) {
      answers.push(await sendTo(`+62812${block}${last}`))
    }
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 429])
    expect(answers[2]?.retryAfter).toBe(3_600)
    expect((await sendTo(aNumberElsewhere())).status).toBe(202)
  })

  it('4.3, worker: no more than a few by one worker, however many numbers', async () => {
    const answers = []
    for (let nth = 0; nth < 5; nth += 1) answers.push((await sendTo(aNumberElsewhere())).status)
    expect(answers).toEqual([202, 202, 202, 202, 429])
  })

  it('4.3, organisation: no more than a few by all of its workers', async () => {
    await app.db.execute(sql`
      update organizations set otp_policy = jsonb_set(otp_policy, '{sendsPerHour,worker}', '100')`)
    const answers = []
    for (let nth = 0; nth < 7; nth += 1) answers.push((await sendTo(aNumberElsewhere())).status)
    expect(answers).toEqual([...Array(6).fill(202), 429])
  })
})
