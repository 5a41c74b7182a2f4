import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { brandedNumbers } from '#server/platform/db/tables/sender-tables.ts'
import { createOutboxWorker } from '#server/platform/jobs/outbox-worker.ts'
import { silentLogger } from '#server/platform/logger.ts'
import type { Mail } from '#server/platform/mail/mailer.ts'
import { createSecretBox } from '#server/platform/secret-box.ts'
import { createTestApp } from '#testing/test-app.ts'
import { createNumberMail, numberMailJob } from './number-mail-service.ts'

const secrets = createSecretBox([{ id: 'k1', bytes: new Uint8Array(32).fill(1) }])
const admins = ['admin@sandi.test', 'owner@sandi.test']
const steps = '/operator/branded-numbers/demo-logistics/steps'
let mails: Mail[] = []
let app: Awaited<ReturnType<typeof createTestApp>>
beforeAll(async () => {
  app = await createTestApp({ secrets })
})
afterAll(() => app.close())
beforeEach(async () => {
  mails = []
  await app.db.delete(brandedNumbers)
})

const deliver = async (): Promise<Mail[]> => {
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  const operators = ['one@operator.test', 'two@operator.test']
  const worker = createOutboxWorker(app.context, {
    handlers: { [numberMailJob]: createNumberMail(app.context, mailer, operators) },
    logger: silentLogger,
  })
  await worker.drain()
  return mails.splice(0)
}
const request = (more: object = {}) =>
  app.as('admin').post('/settings/senders/branded-number', {
    displayName: 'Demo Logistics',
    phoneNumber: '+62 21 5088 9000',
    reason: 'Recipients know our name.',
    fallsBack: false,
    ...more,
  })
const take = async (step: string, more: object = {}) => {
  const { status } = await app.as('owner').post(steps, { step, ...more })
  expect(status).toBe(200)
}

it('a request is mailed to those who run the installation, with what is asked for', async () => {
  await request()
  const told = await deliver()
  expect(told.map(({ to }) => to)).toEqual(['one@operator.test', 'two@operator.test'])
  expect(told[0]?.subject).toBe('A branded WhatsApp number is asked for')
  expect(told[0]?.text).toContain('Demo Logistics, +622150889000.')
  expect(told[0]?.text).toContain('Reason: Recipients know our name.')
})

it('each step of theirs is mailed to the admins of the organisation, once, with the reason', async () => {
  await request()
  await deliver()
  const accessToken = 'EAAbrandedaccesstoken0815'
  const account = {
    ...{ phoneNumberId: '1001', businessAccountId: '2002', accessToken, appSecret: null },
  }
  const taken: [string, object, string][] = [
    ['review', {}, 'in review'],
    ['activate', { account }, 'is active'],
    ['suspend', { note: 'Meta asks about the logo.' }, 'is suspended'],
    ['resume', {}, 'is active again'],
  ]
  for (const [step, more, subject] of taken) {
    await take(step, more)
    const told = await deliver()
    expect(told.map(({ to }) => to).toSorted()).toEqual(admins)
    expect(told[0]?.subject).toContain(subject)
    if ('note' in more) expect(told[0]?.text).toContain(more.note)
    expect(JSON.stringify(told)).not.toContain(accessToken)
  }
  expect(await deliver()).toEqual([])
})

it('a refusal says why, and that one can ask again', async () => {
  await request()
  await take('refuse', { note: 'The name is of another company.' })
  const told = (await deliver()).filter(({ to }) => admins.includes(to))
  expect(told).toHaveLength(2)
  expect(told[0]?.text).toContain('The name is of another company.')
  expect(told[0]?.text).toContain('You can ask again')
})

it('a step that is refused mails nobody', async () => {
  await request()
  await deliver()
  await request()
  await app.as('owner').post(steps, { step: 'resume' })
  expect(await deliver()).toEqual([])
})
