import type { Role } from '#contract/session-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import { accounts, members, organizations, users } from '#server/platform/db/tables/auth-tables.ts'

/** Creates an organisation; says whether it is new. Who asks at the same time waits for the answer. */
export const insertOrganization = async (
  tx: Database,
  row: typeof organizations.$inferInsert,
): Promise<boolean> => {
  const rows = await tx
    .insert(organizations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: organizations.id })
  return rows.length > 0
}

interface NewMember {
  id: string
  name: string
  email: string
  role: Role
  organizationId: string
  passwordHash: string
}

/** Creates users who sign in by password, as members of an organisation. */
export const insertMembers = async (tx: Database, rows: readonly NewMember[]): Promise<void> => {
  await tx
    .insert(users)
    .values(rows.map(({ id, name, email }) => ({ id, name, email, emailVerified: true })))
  await tx.insert(accounts).values(
    rows.map(({ id, passwordHash }) => ({
      id,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
    })),
  )
  await tx
    .insert(members)
    .values(rows.map(({ id, organizationId, role }) => ({ id, organizationId, userId: id, role })))
}
