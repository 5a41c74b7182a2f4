import { eq } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'

/** What an organisation is called, where it is at home, and what it says about codes. Throws when there is none. */
export const getPolicySettings = async (db: Database, organizationId: string) => {
  const [row] = await db
    .select({
      name: organizations.name,
      homeCountry: organizations.homeCountry,
      otpPolicy: organizations.otpPolicy,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (row === undefined) throw new Error('an actor without an organisation')
  return row
}
