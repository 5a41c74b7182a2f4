import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { webhooks } from '#server/platform/db/tables/webhook-tables.ts'

export type WebhookRow = typeof webhooks.$inferSelect

const insert = defineStatement<Record<'id' | 'provider' | 'query' | 'body' | 'receivedAt', string>>(
  (value) => sql`
    insert into webhooks (id, provider, query, body, received_at)
    values (
      ${value('id')}, ${value('provider')}, ${value('query')}, ${value('body')},
      ${value('receivedAt')}
    )`,
)

/** Keeps what a provider sent, at the end of the line. */
export const insertWebhookAcrossOrgs = async (
  db: Database,
  { receivedAt, ...webhook }: Omit<WebhookRow, 'isSetAside'>,
): Promise<void> => {
  await insert(db, { ...webhook, receivedAt: receivedAt.toISOString() })
}

const selectLine = defineStatement<{ limit: number }, Omit<WebhookRow, 'receivedAt'>>(
  (value) => sql`
    select id, provider, query, body, is_set_aside as "isSetAside" from webhooks
    where not is_set_aside order by received_at, id limit ${value('limit')}`,
)

/** What has been in the line for longest. */
export const listWaitingAcrossOrgs = (db: Database, limit: number) => selectLine(db, { limit })

/** One webhook, in the line or set aside. */
export const findWebhookAcrossOrgs = async (
  db: Database,
  id: string,
): Promise<WebhookRow | undefined> => {
  const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id))
  return row
}

/** Forgets what was processed. */
export const deleteWebhooks = async (db: Database, ids: readonly string[]): Promise<void> => {
  await db.delete(webhooks).where(inArray(webhooks.id, [...ids]))
}

/** Takes a webhook out of the line. */
export const setAside = async (tx: Database, id: string): Promise<void> => {
  await tx.update(webhooks).set({ isSetAside: true }).where(eq(webhooks.id, id))
}
