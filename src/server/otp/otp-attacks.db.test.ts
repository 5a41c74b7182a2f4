import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Task } from '#contract/task-contract.ts'
import { createApp } from '#server/app.ts'
import type { Actor } from '#server/platform/actor.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import type { Logger } from '#server/platform/logger.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { anOtpDocument, anOtpWorker, publishDocument, wrongCode } from '#testing/otp-steps.ts'
import { brandedNumbers, createTestApp } from '#testing/test-app.ts'
import { createOtp } from './otp-service.ts'

// Each title names its row in the list of known attacks on one-time codes. Rows 1 and 2 are races:
// otp-races.db.test.ts; row 9 is about randomness: otp-code.test.ts; row 19, for every life and channel:
// code-life.db.test.ts.

const clock = createFakeClock()
let app: Awaited<ReturnType<typeof createTestApp>>
let otp: ReturnType<typeof anOtpWorker>
let lastNumber = 0

const aNumber = () => {
  lastNumber += 1
  return `+62812${String(lastNumber).padStart(4, '0')}0000`
}

beforeAll(async () => {
  app = await createTestApp({ clock })
  otp = anOtpWorker(app, await publishDocument(app, anOtpDocument()))
})
afterAll(() => app.close())
beforeEach(() => clock.advance(60 * 60_000))

/** A task whose code has just arrived. */
const startTask = async (phone = aNumber()) => {
  const task = await otp.createTask({ phone })
  return { phone, task, code: await otp.sendAndRead(task.id, phone) }
}

const tryWrongly = async (taskId: string, code: string, count: number) => {
  const codes: (string | undefined)[] = []
  for (let nth = 1; nth <= count; nth += 1) {
    codes.push((await otp.verify(taskId, wrongCode(code, nth))).body.code)
  }
  return codes
}

describe('attack', () => {
  it('3: the sixth wrong code is refused, and then the right one too', async () => {
    const { task, code } = await startTask()
    expect(await tryWrongly(task.id, code, 6)).toEqual([
      ...Array(5).fill('otp-wrong-code'),
      'otp-exhausted',
    ])
    expect((await otp.verify(task.id, code)).body.code).toBe('otp-exhausted')
    expect((await otp.newest(task.id)).status).toBe('exhausted')
  })

  it('4, 5: the limit holds for a flood of verifications from ever other addresses', async () => {
    const { task, code } = await startTask()
    const statuses: number[] = []
    for (let nth = 1; nth <= 30; nth += 1) {
      const { status } = await otp.worker.send(
        'POST',
        `/tasks/${task.id}/otp/verify`,
        { componentId: 'verification', code: wrongCode(code, nth) },
        { 'x-forwarded-for': `10.0.0.${nth}` },
      )
      statuses.push(status)
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(5)
    expect((await otp.verify(task.id, code)).status).toBe(423)
  })

  it('6: a code is accepted one millisecond before it expires', async () => {
    const { task, code } = await startTask()
    clock.advance(5 * 60_000 - 1)
    expect((await otp.verify(task.id, code)).status).toBe(200)
  })

  it('6: a code is refused from the very millisecond on in which it expires', async () => {
    const { task, code } = await startTask()
    clock.advance(5 * 60_000)
    expect(await otp.verify(task.id, code)).toMatchObject({
      status: 410,
      body: { code: 'otp-expired' },
    })
    expect((await otp.newest(task.id)).status).toBe('expired')
  })

  it('7: a code works once, whoever enters it again', async () => {
    const { task, code } = await startTask()
    expect((await otp.verify(task.id, code)).status).toBe(200)
    expect((await otp.verify(task.id, code)).body.code).toBe('otp-already-verified')
    const other = await app
      .as('admin')
      .post(`/tasks/${task.id}/otp/verify`, { componentId: 'verification', code })
    expect(other.status).toBe(409)
  })

  it('8: no code is in any answer, log line or table but the sandbox inbox', async () => {
    const lines: string[] = []
    const write = (fields: object, message: string) => {
      lines.push(message + JSON.stringify(fields))
    }
    const logger: Logger = {
      ...{ debug: write, info: write, warn: write, error: write },
      child: () => logger,
    }
    const loud = createOtp(app.context, { secretKey: 'a key for tests only', logger })
    const whole = createApp({
      context: app.context,
      logger,
      otp: loud,
      flowEvents: app.flowEvents,
      topUps: { payments: undefined, printInvoice: undefined },
      brandedNumbers,
      resolveActor: async () => otp.worker.actor,
      hasDemo: true,
      publicUrl: undefined,
      isReady: async () => true,
    })
    const phone = aNumber()
    const task = await otp.createTask({ phone })
    const answers: string[] = []
    const ask = async (method: string, path: string, body?: object) => {
      const response = await whole.request(`/api/v1/tasks/${task.id}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      answers.push(await response.text())
    }
    await ask('POST', '/otp/send', { componentId: 'verification' })
    await loud.worker.drain()
    const { code } = await otp.read(phone)
    await ask('GET', '/otp')
    await ask('POST', '/otp/verify', { componentId: 'verification', code: wrongCode(code) })
    await ask('POST', '/otp/verify', { componentId: 'verification', code })
    await ask('POST', '/finish')
    await ask('GET', '')
    expect(answers.at(-1)).toContain('"status":"done"')
    expect(lines.length).toBeGreaterThan(0)
    // A run of six digits that is not a part of a longer number, such as a time or an id.
    const shown = new RegExp(`(?<![0-9a-f.-])${code}(?![0-9a-f-])`)
    for (const text of [...answers, ...lines]) expect(text).not.toMatch(shown)
    const tables = [
      ...['otp_challenges', 'ledger_entries', 'outbox', 'task_answers', 'tasks'],
      ...['audit_entries', 'webhooks', 'conversion_alerts', 'flow_operations'],
    ]
    for (const table of tables) {
      const rows = await queryRows<{ row: string }>(
        app.db,
        sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t`,
      )
      for (const { row } of rows) expect(row).not.toMatch(shown)
    }
  })

  it('10: a resend gives no new tries: four wrong, resend, one more, and the recipient is locked', async () => {
    const { phone, task, code } = await startTask()
    await tryWrongly(task.id, code, 4)
    clock.advance(30_000)
    const second = await otp.sendAndRead(task.id, phone)
    expect((await otp.newest(task.id)).attemptsLeft).toBe(1)
    expect(await tryWrongly(task.id, second, 4)).toEqual([
      'otp-wrong-code',
      ...Array(3).fill('otp-exhausted'),
    ])
    clock.advance(60_000)
    const third = await otp.send<ProblemDetails>(task.id)
    expect(third).toMatchObject({ status: 423, body: { code: 'otp-exhausted' } })
    const elsewhere = await otp.createTask({ phone })
    expect((await otp.send(elsewhere.id)).status).toBe(423)
    clock.advance(15 * 60_000)
    expect((await otp.send(task.id)).status).toBe(202)
  })

  it('11: the code of one task opens no other one, even of the same recipient', async () => {
    const first = await startTask()
    const second = await startTask(first.phone)
    if (first.code !== second.code) {
      expect((await otp.verify(second.task.id, first.code)).body.code).toBe('otp-wrong-code')
    }
    expect((await otp.verify(first.task.id, first.code)).status).toBe(200)
    expect((await otp.newest(second.task.id)).status).toBe('sent')
  })

  it('11: a newer code voids the older one', async () => {
    const { phone, task, code } = await startTask()
    clock.advance(30_000)
    const newer = await otp.sendAndRead(task.id, phone)
    if (code !== newer) expect((await otp.verify(task.id, code)).status).toBe(422)
    expect((await otp.verify(task.id, newer)).status).toBe(200)
  })

  it('11: a worker of another organisation sees neither task nor code', async () => {
    const { task, code } = await startTask()
    const stranger: Actor = { ...otp.worker.actor, organizationId: 'another' }
    const asStranger = app.as(stranger)
    const body = { componentId: 'verification', code }
    expect((await asStranger.get(`/tasks/${task.id}`)).status).toBe(404)
    expect((await asStranger.get(`/tasks/${task.id}/otp`)).status).toBe(404)
    expect((await asStranger.post(`/tasks/${task.id}/otp/send`, body)).status).not.toBe(202)
    expect((await asStranger.post(`/tasks/${task.id}/otp/verify`, body)).status).toBe(409)
    expect((await otp.newest(task.id)).attemptsLeft).toBe(5)
  })

  it('12: a task that is locked can not be finished past its OTP', async () => {
    const { task, code } = await startTask()
    await tryWrongly(task.id, code, 5)
    const moved = await otp.worker.send('PATCH', `/tasks/${task.id}/answers`, {
      answers: { note: 'done' },
      currentPageId: 'handover',
    })
    expect(moved.status).toBe(200)
    const { status, body } = await otp.worker.post<ProblemDetails>(`/tasks/${task.id}/finish`)
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'answers.verification', code: 'not-verified' }])
  })

  it('13: one wrong code leaves the right one usable', async () => {
    const { task, code } = await startTask()
    await tryWrongly(task.id, code, 1)
    expect((await otp.verify(task.id, code)).status).toBe(200)
  })

  it('14: of a task that is not theirs, workers learn nothing', async () => {
    const { task, code } = await startTask()
    const stranger = app.as({ ...otp.worker.actor, userId: 'demo-planner' })
    const body = { componentId: 'verification', code }
    const real = await stranger.post<ProblemDetails>(`/tasks/${task.id}/otp/verify`, body)
    const none = await stranger.post<ProblemDetails>('/tasks/no-such-task/otp/verify', body)
    expect(real.body).toEqual(none.body)
  })

  it('15: a limit holds across a restart and in two processes', async () => {
    const { task, code } = await startTask()
    await tryWrongly(task.id, code, 3)
    const restarted = await createTestApp({ db: app.db, clock })
    const again = anOtpWorker(restarted, 'unused')
    const codes = [4, 5, 6].map((nth) => wrongCode(code, nth))
    const answers: (string | undefined)[] = []
    for (const wrong of codes) answers.push((await again.verify(task.id, wrong)).body.code)
    expect(answers).toEqual(['otp-wrong-code', 'otp-wrong-code', 'otp-exhausted'])
  })

  it('16: every path of the API that takes a code counts tries: there is one', async () => {
    const document = (await (await app.request('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { requestBody?: unknown }>>
    }
    const takers = Object.entries(document.paths)
      .filter(([, methods]) => JSON.stringify(Object.values(methods)).includes('4 to 8 digits'))
      .map(([path]) => path)
    const named = Object.entries(document.paths)
      .filter(([, methods]) =>
        Object.values(methods).some(({ requestBody }) =>
          JSON.stringify(requestBody ?? {}).includes('"code":{'),
        ),
      )
      .map(([path]) => path)
    expect(new Set([...takers, ...named])).toEqual(new Set(['/api/v1/tasks/{taskId}/otp/verify']))
  })

  it.each([
    [{ verified: true }],
    [
      {
        verifiedAt: '2026-11-22T08:00:00.000Z',
        channel: 'sms',
        maskedRecipient: '',
        challengeId: 'x',
      },
    ],
  ])('17: a client can not say that it verified: %o', async (answer) => {
    const task = await otp.createTask({ phone: aNumber() })
    const { status, body } = await otp.worker.send<ProblemDetails>(
      'PATCH',
      `/tasks/${task.id}/answers`,
      { answers: { verification: answer } },
    )
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'answers.verification', code: 'not-writable' }])
    expect((await otp.worker.post(`/tasks/${task.id}/finish`)).status).toBe(422)
  })

  it('17: an OTP answer without a verified challenge does not finish a task, even in the database', async () => {
    const other = await startTask()
    await otp.verify(other.task.id, other.code)
    const { body } = await otp.worker.get<Task>(`/tasks/${other.task.id}`)
    const { task } = await startTask(other.phone)
    await app.db.execute(sql`
      insert into task_answers (task_id, component_id, value, answered_by, answered_at)
      values (${task.id}, 'verification', ${JSON.stringify(body.answers.verification)}, 'demo-worker', now())`)
    expect((await otp.worker.post(`/tasks/${task.id}/finish`)).status).toBe(422)
  })

  it('18: another recipient after the verification has to be verified again', async () => {
    const { task, code } = await startTask()
    await otp.verify(task.id, code)
    const phone = aNumber()
    const change = (to: string) =>
      otp.worker.send<Task>('PATCH', `/tasks/${task.id}/answers`, { answers: { phone: to } })
    const same = await otp.worker.get<Task>(`/tasks/${task.id}`)
    expect((await change(String(same.body.answers.phone))).body.answers).toHaveProperty(
      'verification',
    )
    expect((await change(phone)).body.answers).not.toHaveProperty('verification')
    expect((await otp.worker.post(`/tasks/${task.id}/finish`)).status).toBe(422)
    expect((await otp.verify(task.id, await otp.sendAndRead(task.id, phone))).status).toBe(200)
    expect((await otp.worker.post(`/tasks/${task.id}/finish`)).status).toBe(200)
  })

  it('18: another recipient makes a code that is under way worthless', async () => {
    const { task, code } = await startTask()
    await otp.worker.send('PATCH', `/tasks/${task.id}/answers`, { answers: { phone: aNumber() } })
    expect((await otp.verify(task.id, code)).body.code).toBe('otp-not-sent')
  })

  it('19: the life of a code is the same in the text, in the answer and in force', async () => {
    await app.db.execute(
      sql`update organizations set otp_policy = otp_policy || '{"validityMinutes": 2}'`,
    )
    const { phone, task, code } = await startTask()
    expect((await otp.read(phone)).text).toContain('This code expires in 2 minutes.')
    const { createdAt, expiresAt } = await otp.newest(task.id)
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(120_000)
    clock.advance(120_000)
    expect((await otp.verify(task.id, code)).body.code).toBe('otp-expired')
  })
})
