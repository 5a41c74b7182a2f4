import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createTestDatabase, type TestDatabase } from '#testing/test-database.ts'
import type { Context } from '../context.ts'
import { queryRows } from '../db/query-rows.ts'
import { silentLogger } from '../logger.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { enqueue, removeJob } from './outbox-repo.ts'
import { createOutboxWorker, type JobHandler } from './outbox-worker.ts'

const clock = createFakeClock()
let database: TestDatabase
let context: Context
beforeAll(async () => {
  database = await createTestDatabase()
  context = { db: database.db, clock, newId: () => uuidV7(clock.now()) }
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
})
