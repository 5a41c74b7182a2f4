import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minute } from '#domain/shared/clock.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createTestDatabase, type TestDatabase } from '#testing/test-database.ts'
import { enqueue } from '../jobs/outbox-repo.ts'
import { createPrometheus } from '../prometheus.ts'
import { serveMetrics } from './serve-metrics.ts'

const clock = createFakeClock()
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const ask = (
  token: string | undefined,
  remoteAddress: string,
  headers: Record<string, string> = {},
) => {
  const app = new Hono().get(
    '/metrics',
    serveMetrics(createPrometheus({ ...database, clock }), token),
  )
  return app.request('/metrics', { headers }, { incoming: { socket: { remoteAddress } } })
}
const secret = 'a-secret-of-some-length'

test.each([
  ['this machine', undefined, '127.0.0.1', {}, 200],
  ['this machine over IPv6', undefined, '::1', {}, 200],
  ['another machine', undefined, '10.0.0.7', {}, 403],
  ['a proxy on this machine', undefined, '127.0.0.1', { 'x-forwarded-for': '1.2.3.4' }, 403],
  ['who has the token', secret, '10.0.0.7', { authorization: `Bearer ${secret}` }, 200],
  ['who has another token', secret, '10.0.0.7', { authorization: 'Bearer something else' }, 403],
  ['this machine without the token', secret, '127.0.0.1', {}, 403],
])('%s: token %j, from %s with %j answers %i', async (_who, token, address, headers, status) => {
  expect((await ask(token, address, headers)).status).toBe(status)
})

test('requests, sends, verifications, the outbox and the process are told', async () => {
  await enqueue(database.db, { id: 'j1', kind: 'send', subjectId: 's', now: clock.now() - minute })
  await enqueue(database.db, { id: 'j2', kind: 'send', subjectId: 's', now: clock.now() + minute })
  const prometheus = createPrometheus({ ...database, clock })
  const route = '/api/v1/flows/:flowId'
  prometheus.telemetry.request({ method: 'GET', route, status: 200, seconds: 0.02 })
  prometheus.telemetry.send('whatsapp', 'accepted')
  prometheus.telemetry.verification('whatsapp', 'verified')
  const text = await prometheus.render()
  expect(text).toContain(
    `sandi_http_request_duration_seconds_count{method="GET",route="${route}",status="200"} 1`,
  )
  expect(text).toContain('sandi_otp_sends_total{channel="whatsapp",outcome="accepted"} 1')
  expect(text).toContain('sandi_otp_verifications_total{channel="whatsapp",outcome="verified"} 1')
  expect(text).toContain('sandi_outbox_jobs{state="due"} 1')
  expect(text).toContain('sandi_outbox_jobs{state="later"} 1')
  expect(text).toContain('sandi_outbox_oldest_due_seconds 60')
  expect(text).toContain('process_resident_memory_bytes')
})
