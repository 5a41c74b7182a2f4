import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Balance } from '#contract/billing-contract.ts'
import type { DeadLetter } from '#contract/dead-letter-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Session } from '#contract/session-contract.ts'
import { sendJob } from '#server/otp/send-job-service.ts'
import { auditEntries } from '#server/platform/db/tables/audit-tables.ts'
import { outbox } from '#server/platform/db/tables/otp-tables.ts'
import { buryJob, enqueue } from '#server/platform/jobs/outbox-repo.ts'
import { webhookJob } from '#server/webhooks/process-webhooks-service.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument } from '#testing/otp-steps.ts'
import { createTestApp } from '#testing/test-app.ts'

const path = '/operator/dead-letters'
const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let lastNumber = 1_000

beforeAll(async () => {
  app = await createTestApp({ clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
})
afterAll(() => app.close())
beforeEach(async () => {
  clock.advance(60 * 60_000)
  await app.db.delete(outbox)
})

/** A send that is asked for, and whose work was given up before anything went out. */
const giveUpSend = async () => {
  lastNumber += 1
  const phone = `+62812${lastNumber}0000`
  const task = await otp.createTask({ phone })
  expect((await otp.send(task.id)).status).toBe(202)
  const [job] = await app.db.select().from(outbox).where(eq(outbox.kind, sendJob))
  if (job === undefined) throw new Error('no job')
  const error = `no route to ${phone} for code 123456`
  await buryJob(app.db, job.id, clock.now(), error)
  return { id: job.id, phone, task }
}

const list = async (query = '') =>
  (await app.as('owner').get<{ items: DeadLetter[]; nextCursor: string | null }>(path + query)).body

const retry = (id: string) => app.as('owner').post<ProblemDetails>(`${path}/${id}/retry`)

it('are seen and tried again by platform operators alone', async () => {
  const { id } = await giveUpSend()
  for (const role of ['admin', 'billing', 'planner', 'field_user'] as const) {
    expect((await app.as(role).get(path)).status, role).toBe(403)
    expect((await app.as(role).post(`${path}/${id}/retry`)).status, role).toBe(403)
  }
  expect((await app.request(path)).status).toBe(401)
})

it('say what it is and why, without a code or a whole recipient', async () => {
  const { id, phone } = await giveUpSend()
  const { items } = await list()
  expect(items).toMatchObject([
    {
      id,
      kind: 'otp.send',
      about: 'WhatsApp code to +62 812-•••-•000 of Demo Logistics',
      lastError: 'no route to •••• for code ••••',
      retryObjection: null,
    },
  ])
  expect(JSON.stringify(items)).not.toContain(phone.slice(0, -4))
})

it('are tried again: the code goes out while it lives, and the trail tells who did it', async () => {
  await app.db.delete(auditEntries)
  const { id, phone, task } = await giveUpSend()
  expect((await retry(id)).status).toBe(202)
  await app.otp.worker.drain()
  expect((await otp.verify(task.id, (await otp.read(phone)).code)).status).toBe(200)
  expect((await list()).items).toEqual([])
  expect(await app.db.select().from(auditEntries)).toMatchObject([
    {
      action: 'dead-letter.retried',
      subject: 'WhatsApp code to +62 812-•••-•000 of Demo Logistics',
    },
  ])
})

it('are not sent again when the code is dead, and say so', async () => {
  const { id } = await giveUpSend()
  clock.advance(5 * 60_000)
  const { status, body } = await retry(id)
  expect([status, body.code]).toEqual([409, 'not-retryable'])
  expect(body.detail).toBe(
    'Its code is expired and can not be entered any more: the worker has to send a new one.',
  )
  expect((await list()).items[0]?.retryObjection).toBe(body.detail)
})

it('are dismissed when the code is dead, and what the send held comes back; not before', async () => {
  const reserved = async () =>
    (await app.as('billing').get<Balance>('/billing/balance')).body.reserved
  const { id } = await giveUpSend()
  const dismiss = () => app.as('owner').send<ProblemDetails>('DELETE', `${path}/${id}`)
  expect((await dismiss()).body.code).toBe('not-dismissable')
  expect(Number(await reserved())).toBeGreaterThan(0)
  clock.advance(5 * 60_000)
  expect((await app.as('admin').send('DELETE', `${path}/${id}`)).status).toBe(403)
  expect((await dismiss()).status).toBe(204)
  await app.otp.worker.drain()
  expect(Number(await reserved())).toBe(0)
  expect((await list()).items).toEqual([])
})

it('are announced to operators by their session', async () => {
  const session = async (role: 'owner' | 'admin') =>
    (await app.as(role).get<Session>('/session')).body.isPlatformOperator
  expect([await session('owner'), await session('admin')]).toEqual([true, false])
})

it('hold webhooks, too, page by page', async () => {
  for (const nth of [1, 2, 3]) {
    const id = `webhook-${nth}`
    await enqueue(app.db, { id, kind: webhookJob, subjectId: id, now: clock.now() })
    await buryJob(app.db, id, clock.now() + nth, 'not JSON')
  }
  const first = await list('?limit=2')
  const second = await list(`?limit=2&cursor=${first.nextCursor}`)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([
    'webhook-3',
    'webhook-2',
    'webhook-1',
  ])
  expect(first.items[0]?.about).toBe('What a provider reported')
  expect(second.nextCursor).toBeNull()
  expect((await retry('webhook-1')).status).toBe(202)
  expect((await retry('webhook-1')).status).toBe(404)
})
