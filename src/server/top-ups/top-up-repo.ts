import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { TopUpStatus } from '#domain/billing/top-up.ts'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { invoiceCounters, topUps } from '#server/platform/db/tables/top-up-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'
import type { Checkout } from './payment-provider.ts'

export type TopUpRow = typeof topUps.$inferSelect

/** The name of an organisation, as invoices show it. Throws when there is no such organisation. */
export const getOrganisationName = async (
  db: Database,
  organizationId: string,
): Promise<string> => {
  const [row] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (row === undefined) throw new Error('an actor without an organisation')
  return row.name
}

/** Keeps an order. Whether it is the only open one of the organisation: else nothing is kept. */
export const insertTopUp = async (
  db: Database,
  row: typeof topUps.$inferInsert,
): Promise<TopUpRow | undefined> =>
  (await db.insert(topUps).values(row).onConflictDoNothing().returning())[0]

/** The top-up of an organisation. */
export const findTopUp = async (
  db: Database,
  organizationId: string,
  topUpId: string,
): Promise<TopUpRow | undefined> =>
  (
    await db
      .select()
      .from(topUps)
      .where(and(eq(topUps.organizationId, organizationId), eq(topUps.id, topUpId)))
  )[0]

/** Top-ups of an organisation, newest first. */
export const listTopUps = (
  db: Database,
  organizationId: string,
  { limit, after }: { limit: number; after: ListCursor | undefined },
): Promise<TopUpRow[]> =>
  db
    .select()
    .from(topUps)
    .where(
      and(
        eq(topUps.organizationId, organizationId),
        after &&
          sql`(${topUps.createdAt}, ${topUps.id}) < (${after.time.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(topUps.createdAt), desc(topUps.id))
    .limit(limit)

/** Top-ups that are neither paid nor ended. */
export const listOpenTopUpsAcrossOrgs = (db: Database): Promise<TopUpRow[]> =>
  db.select().from(topUps).where(eq(topUps.status, 'open'))

/** A top-up, whoever it is for, with a lock on it until the transaction ends. */
export const lockTopUpAcrossOrgs = async (
  tx: Database,
  topUpId: string,
): Promise<TopUpRow | undefined> =>
  (await tx.select().from(topUps).where(eq(topUps.id, topUpId)).for('update'))[0]

/** Notes where an order is paid. */
export const setCheckout = async (
  db: Database,
  topUpId: string,
  { checkoutId, url }: Checkout,
): Promise<TopUpRow | undefined> =>
  (
    await db
      .update(topUps)
      .set({ checkoutId, checkoutUrl: url })
      .where(eq(topUps.id, topUpId))
      .returning()
  )[0]

/** Ends a top-up that is open; one that is not stays as it is. */
export const endTopUp = async (
  db: Database,
  topUpId: string,
  status: Extract<TopUpStatus, 'cancelled' | 'expired'>,
): Promise<void> => {
  await db
    .update(topUps)
    .set({ status })
    .where(and(eq(topUps.id, topUpId), inArray(topUps.status, ['open'])))
}

/** Notes that a try to pay was declined. */
export const setDeclined = async (db: Database, topUpId: string): Promise<void> => {
  await db
    .update(topUps)
    .set({ declined: true })
    .where(and(eq(topUps.id, topUpId), eq(topUps.status, 'open')))
}

/** Notes the payment, whatever the top-up was before. */
export const setPaid = async (
  tx: Database,
  topUpId: string,
  paid: { paidAt: Date; invoiceNumber: string },
): Promise<void> => {
  await tx
    .update(topUps)
    .set({ ...paid, status: 'paid', declined: false })
    .where(eq(topUps.id, topUpId))
}

/** The next invoice number of a year, from 1 on; taken back when the transaction fails. */
export const countInvoice = async (tx: Database, year: number): Promise<number> => {
  const [row] = await tx
    .insert(invoiceCounters)
    .values({ year, last: 1 })
    .onConflictDoUpdate({
      target: invoiceCounters.year,
      set: { last: sql`${invoiceCounters.last} + 1` },
    })
    .returning()
  if (row === undefined) throw new Error('an upsert without a row')
  return row.last
}
