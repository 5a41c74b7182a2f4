import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { second } from '#domain/shared/clock.ts'
import type { Context } from './context.ts'
import { readOutboxFigures } from './jobs/outbox-repo.ts'
import type { Telemetry } from './telemetry.ts'

/** The metrics of this process in the format of Prometheus; Node only. */
export interface Prometheus {
  telemetry: Telemetry
  contentType: string
  render(): Promise<string>
}

const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What waits in the outbox, asked of the database when somebody reads. */
const watchOutbox = (registry: Registry, { db, clock }: Pick<Context, 'db' | 'clock'>): void => {
  let asking: ReturnType<typeof readOutboxFigures> | undefined
  // Metrics are collected at the same time: they share one question.
  const ask = () => {
    asking ??= readOutboxFigures(db, clock.now()).finally(() => {
      asking = undefined
    })
    return asking
  }
  new Gauge({
    name: 'sandi_outbox_jobs',
    help: 'Work in the outbox of the database: due by now, for later, given up',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const { due, later, dead } = await ask()
      this.set({ state: 'due' }, due)
      this.set({ state: 'later' }, later)
      this.set({ state: 'dead' }, dead)
    },
  })
  new Gauge({
    name: 'sandi_outbox_oldest_due_seconds',
    help: 'For how long the oldest work that is due has been waiting',
    registers: [registry],
    async collect() {
      const { oldestDueAt } = await ask()
      this.set(oldestDueAt === null ? 0 : Math.max(0, clock.now() - oldestDueAt) / second)
    },
  })
}

/** Counts what a process does, and says so when asked. */
export const createPrometheus = (context: Pick<Context, 'db' | 'clock'>): Prometheus => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  watchOutbox(registry, context)
  const requests = new Histogram({
    name: 'sandi_http_request_duration_seconds',
    help: 'Requests by route and status, and how long they took',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: durations,
    registers: [registry],
  })
  const sends = new Counter({
    name: 'sandi_otp_sends_total',
    help: 'Codes handed to a sender, by channel and what it answered',
    labelNames: ['channel', 'outcome'] as const,
    registers: [registry],
  })
  const verifications = new Counter({
    name: 'sandi_otp_verifications_total',
    help: 'Codes entered, by channel and outcome',
    labelNames: ['channel', 'outcome'] as const,
    registers: [registry],
  })
  return {
    telemetry: {
      request: ({ method, route, status, seconds }) =>
        requests.observe({ method, route, status }, seconds),
      send: (channel, outcome) => sends.inc({ channel, outcome }),
      verification: (channel, outcome) => verifications.inc({ channel, outcome }),
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  }
}
