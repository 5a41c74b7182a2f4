import { and, desc, eq, isNotNull, lt, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { defineStatement } from '../db/define-statement.ts'
import { outbox } from '../db/tables/otp-tables.ts'
import type { ListCursor } from '../list-cursor.ts'

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Work that a worker has leased. */
export interface Job {
  id: string
  kind: string
  subjectId: string
  /** How often it was begun, this time included. */
  attempts: number
}

/** Adds work, in the transaction of the change that it follows: both are kept, or neither. */
export const enqueue = async (
  db: Database,
  job: { id: string; kind: string; subjectId: string; now: number },
): Promise<void> => {
  const { id, kind, subjectId, now } = job
  const at = new Date(now)
  await db.insert(outbox).values({ id, kind, subjectId, runAt: at, createdAt: at })
}

/**
 * The same as a part of a statement that makes the change itself. With `leasedUntil`, the work is begun
 * by whoever enqueues it.
 */
export const insertJob = (
  job: Record<'id' | 'kind' | 'subjectId' | 'attempts' | 'leasedUntil' | 'at', SQLWrapper>,
): SQL => sql`
  insert into outbox (id, kind, subject_id, attempts, leased_until, run_at, created_at)
  values (
    ${job.id}, ${job.kind}, ${job.subjectId}, ${job.attempts}, ${job.leasedUntil}, ${job.at},
    ${job.at}
  )`

const claim = defineStatement<{ leaseUntil: string; now: string; limit: number }, Job>(
  (value) => sql`
  with hurry as materialized (select set_config('synchronous_commit', 'off', true))
  update outbox set leased_until = ${value('leaseUntil')}, attempts = attempts + 1
  from hurry
  where id in (
    select id from outbox
    where dead_at is null and run_at <= ${value('now')}
      and (leased_until is null or leased_until <= ${value('now')})
    order by run_at
    limit ${value('limit')}
    for update skip locked
  )
  returning id, kind, subject_id as "subjectId", attempts`,
)

/**
 * Leases due work, oldest first; what another process is taking at the same moment is passed over. A
 * lease may be lost in a crash, as the work would then be found again anyway: its commit need not wait
 * for the disk.
 */
export const claimJobs = (
  db: Database,
  { now, leaseUntil, limit }: { now: number; leaseUntil: number; limit: number },
): Promise<Job[]> => claim(db, { leaseUntil: iso(leaseUntil), now: iso(now), limit })

/** Removes work that is done. */
export const removeJob = async (db: Database, id: string): Promise<void> => {
  await db.delete(outbox).where(eq(outbox.id, id))
}

/** Puts work back, to be tried again later. */
export const postponeJob = async (
  db: Database,
  id: string,
  runAt: number,
  lastError: string,
): Promise<void> => {
  await db
    .update(outbox)
    .set({ runAt: new Date(runAt), leasedUntil: null, lastError })
    .where(eq(outbox.id, id))
}

/** Gives work up; it is kept for the operator. */
export const buryJob = async (
  db: Database,
  id: string,
  now: number,
  lastError: string,
): Promise<void> => {
  await db
    .update(outbox)
    .set({ deadAt: new Date(now), lastError })
    .where(eq(outbox.id, id))
}

/** Work that was given up. */
export type DeadJob = typeof outbox.$inferSelect & { deadAt: Date }

const isDead = (job: typeof outbox.$inferSelect): job is DeadJob => job.deadAt !== null

/** Work that was given up, newest first, from before where a page ended. */
export const listDeadJobs = async (
  db: Database,
  limit: number,
  before?: ListCursor,
): Promise<DeadJob[]> => {
  const end =
    before &&
    or(
      lt(outbox.deadAt, before.time),
      and(eq(outbox.deadAt, before.time), lt(outbox.id, before.id)),
    )
  const rows = await db
    .select()
    .from(outbox)
    .where(and(isNotNull(outbox.deadAt), end))
    .orderBy(desc(outbox.deadAt), desc(outbox.id))
    .limit(limit)
  return rows.filter(isDead)
}

/** One piece of work that was given up. */
export const findDeadJob = async (db: Database, id: string): Promise<DeadJob | undefined> => {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id))
  return row && isDead(row) ? row : undefined
}

/** Lets work that was given up be tried again, from the beginning. Whether there was such work. */
export const reviveJob = async (db: Database, id: string, now: number): Promise<boolean> => {
  const revived = await db
    .update(outbox)
    .set({ deadAt: null, leasedUntil: null, attempts: 0, runAt: new Date(now) })
    .where(and(eq(outbox.id, id), isNotNull(outbox.deadAt)))
    .returning({ id: outbox.id })
  return revived.length > 0
}

/** How much work there is, and since when the oldest that is due waits (ms since the epoch). */
export const readOutboxFigures = async (db: Database, now: number) => {
  const isAlive = sql`(${outbox.deadAt} is null)`
  const isDue = sql`(${isAlive} and ${outbox.runAt} <= ${iso(now)})`
  const [row] = await db
    .select({
      due: sql<number>`count(*) filter (where ${isDue})`.mapWith(Number),
      later: sql<number>`count(*) filter (where ${isAlive} and not ${isDue})`.mapWith(Number),
      dead: sql<number>`count(*) filter (where not (${isAlive}))`.mapWith(Number),
      oldestDueAt: sql<
        number | null
      >`extract(epoch from min(${outbox.runAt}) filter (where ${isDue})) * 1000`,
    })
    .from(outbox)
  const { oldestDueAt = null, ...counts } = row ?? { due: 0, later: 0, dead: 0 }
  return { ...counts, oldestDueAt: oldestDueAt === null ? null : Number(oldestDueAt) }
}
