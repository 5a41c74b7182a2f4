import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '#domain/shared/result.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createTestDatabase, type TestDatabase } from '#testing/test-database.ts'
import type { Context } from '../context.ts'
import { createIds } from '../create-ids.ts'
import { defineStatement } from '../db/define-statement.ts'
import { queryRows } from '../db/query-rows.ts'
import { silentLogger } from '../logger.ts'
import { enqueue, insertJob, type Job, listDeadJobs, removeJob, reviveJob } from './outbox-repo.ts'
import { createOutboxWorker, type JobHandler } from './outbox-worker.ts'

const clock = createFakeClock()
let database: TestDatabase
let context: Context
beforeAll(async () => {
  database = await createTestDatabase()
  const installation = { hasSandbox: false, official: {} }
  context = { db: database.db, clock, installation, newId: createIds(clock) }
})
afterAll(() => database.close())
beforeEach(() => database.db.execute(sql`delete from outbox`))

const add = (subjectId: string, kind = 'test') =>
  enqueue(context.db, { id: context.newId(), kind, subjectId, now: clock.now() })

const listJobs = () =>
  queryRows<{ subject: string; attempts: number; error: string | null; isDead: boolean }>(
    context.db,
    sql`select subject_id as subject, attempts, last_error as error, dead_at is not null as "isDead"
      from outbox order by run_at`,
  )

const createWorker = (handler: JobHandler) =>
  createOutboxWorker(context, { handlers: { test: handler }, logger: silentLogger })

/** A handler that notes what it was given, and is done with it. */
const noting = () => {
  const seen: string[] = []
  const handler: JobHandler = async ({ id, subjectId }) => {
    seen.push(subjectId)
    await removeJob(context.db, id)
    return 'removed'
  }
  return { seen, handler }
}

describe('the outbox', () => {
  it('keeps no job of a transaction that is rolled back', async () => {
    const rolledBack = context.db.transaction(async (tx) => {
      await enqueue(tx, { id: context.newId(), kind: 'test', subjectId: 'a', now: clock.now() })
      throw new Error('on purpose')
    })
    await expect(rolledBack).rejects.toThrow('on purpose')
    expect(await listJobs()).toEqual([])
  })

  it('is worked off to the end, more than fits in both hands, each job once', async () => {
    const { seen, handler } = noting()
    const subjects = Array.from({ length: 50 }, (_, index) => `s${index}`)
    for (const subject of subjects) await add(subject)
    await createWorker(handler).drain()
    expect(seen.toSorted()).toEqual(subjects.toSorted())
    expect(await listJobs()).toEqual([])
  })

  it('postpones a job that says so, until then', async () => {
    let times = 0
    const worker = createWorker(async () => {
      times += 1
      return { tryAgainAt: clock.now() + 5_000, reason: 'not yet' }
    })
    await add('a')
    await worker.drain()
    clock.advance(4_999)
    await worker.drain()
    expect(times).toBe(1)
    clock.advance(1)
    await worker.drain()
    expect(times).toBe(2)
    expect(await listJobs()).toMatchObject([{ attempts: 2, error: 'not yet', isDead: false }])
  })

  it('tries a job that fails 12 times, with growing waits, then keeps it as a dead letter', async () => {
    let times = 0
    const worker = createWorker(async () => {
      times += 1
      throw new Error('no luck')
    })
    await add('a')
    await worker.drain()
    clock.advance(1_999)
    await worker.drain()
    expect(times).toBe(1)
    for (let round = 0; round < 40; round += 1) {
      clock.advance(60_000)
      await worker.drain()
    }
    expect(times).toBe(12)
    expect(await listJobs()).toMatchObject([{ attempts: 12, error: 'no luck', isDead: true }])
  })

  it('tries work that was given up again from the beginning, when the operator says so', async () => {
    await add('a')
    await add('b')
    await context.db.execute(
      sql`update outbox set dead_at = now(), attempts = 12, last_error = 'no luck' where subject_id = 'a'`,
    )
    const dead = await listDeadJobs(context.db, 10)
    expect(dead).toMatchObject([{ subjectId: 'a', attempts: 12, lastError: 'no luck' }])
    const id = dead[0]?.id ?? ''
    expect(await reviveJob(context.db, 'another', clock.now())).toBe(false)
    expect(await reviveJob(context.db, id, clock.now())).toBe(true)
    expect(await reviveJob(context.db, id, clock.now())).toBe(false)
    const { seen, handler } = noting()
    await createWorker(handler).drain()
    expect(seen.toSorted()).toEqual(['a', 'b'])
    expect(await listDeadJobs(context.db, 10)).toEqual([])
  })

  it('fails jobs that nobody handles', async () => {
    await add('a', 'unheard-of')
    await createWorker(noting().handler).drain()
    expect(await listJobs()).toMatchObject([
      { error: 'nothing handles jobs of kind "unheard-of"', isDead: false },
    ])
  })

  it('finds what a process left behind that died, once its lease of a minute is over', async () => {
    await add('a')
    let hang = () => {}
    const dying = createWorker(
      () =>
        new Promise((resolve) => {
          hang = () => resolve({ tryAgainAt: 0, reason: 'never' })
        }),
    )
    const draining = dying.drain()
    const { seen, handler } = noting()
    const other = createWorker(handler)
    clock.advance(59_999)
    await other.drain()
    expect(seen).toEqual([])
    clock.advance(1)
    await other.drain()
    expect(seen).toEqual(['a'])
    hang()
    await draining
  })

  it('finishes what is in flight when it is stopped, and takes nothing more', async () => {
    await add('a')
    let finish = () => {}
    const begun = Promise.withResolvers<void>()
    const worker = createWorker(async ({ id }) => {
      begun.resolve()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      await removeJob(context.db, id)
      return 'removed'
    })
    worker.start()
    worker.wake()
    await begun.promise
    const stopping = worker.stop()
    await add('b')
    worker.wake()
    finish()
    await stopping
    expect((await listJobs()).map(({ subject }) => subject)).toEqual(['b'])
  })

  it('is looked at every second, without being woken', async () => {
    const { seen, handler } = noting()
    const worker = createWorker(handler)
    worker.start()
    await add('a')
    await expect.poll(() => seen, { timeout: 3_000 }).toEqual(['a'])
    await worker.stop()
  })

  describe('for a change that enqueues a job', () => {
    const insert = defineStatement<{
      id: string
      attempts: number
      at: string
      until: string | null
    }>((value) =>
      insertJob({
        ...{ id: value('id'), kind: sql`'test'`, subjectId: sql`'a'` },
        ...{ attempts: value('attempts'), leasedUntil: value('until'), at: value('at') },
      }),
    )
    /** Enqueues as a service does, and notes the lease that it was given. */
    const change = (leases: (number | null)[]) => async (leasedUntil: number | null) => {
      leases.push(leasedUntil)
      const attempts = leasedUntil === null ? 0 : 1
      const job: Job = { id: context.newId(), kind: 'test', subjectId: 'a', attempts }
      const until = leasedUntil === null ? null : new Date(leasedUntil).toISOString()
      await insert(context.db, {
        id: job.id,
        attempts,
        at: new Date(clock.now()).toISOString(),
        until,
      })
      return ok({ job })
    }

    it('begins it at once, leased from the start', async () => {
      const { seen, handler } = noting()
      const worker = createWorker(handler)
      worker.start()
      const leases: (number | null)[] = []
      await worker.beginAfter(change(leases))
      expect(leases).toEqual([clock.now() + 60_000])
      await worker.stop()
      expect(seen).toEqual(['a'])
      expect(await listJobs()).toEqual([])
    })

    it('leaves it to others to find when it died before the job was begun', async () => {
      await change([])(clock.now() + 60_000)
      const { seen, handler } = noting()
      const worker = createWorker(handler)
      await worker.drain()
      expect(seen).toEqual([])
      clock.advance(60_000)
      await worker.drain()
      expect(seen).toEqual(['a'])
    })

    it('leases nothing while all hands are full, and does it later', async () => {
      const open = Promise.withResolvers<void>()
      const worker = createWorker(async ({ id }) => {
        await open.promise
        await removeJob(context.db, id)
        return 'removed'
      })
      worker.start()
      const leases: (number | null)[] = []
      for (let count = 0; count < 17; count += 1) await worker.beginAfter(change(leases))
      expect(leases.filter((leasedUntil) => leasedUntil === null)).toHaveLength(1)
      open.resolve()
      await expect.poll(listJobs).toEqual([])
      await worker.stop()
    })

    it('begins nothing when the change was refused', async () => {
      const { seen, handler } = noting()
      const worker = createWorker(handler)
      worker.start()
      expect(await worker.beginAfter(async () => err('refused'))).toEqual(err('refused'))
      await worker.stop()
      expect(seen).toEqual([])
    })
  })
})
