import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Role } from '#contract/session-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import { members, sessions, users } from '#server/platform/db/tables/auth-tables.ts'

const isMember = (organizationId: string, userId: string) =>
  and(eq(members.organizationId, organizationId), eq(members.userId, userId))

/** The members of an organisation, by name. */
export const listMemberRows = async (db: Database, organizationId: string) => {
  const rows = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: members.role,
      joinedAt: members.createdAt,
      lastSignInAt: users.lastSignInAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.organizationId, organizationId))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** A member, held until the transaction ends; nothing when there is none. */
export const lockMember = async (tx: Database, organizationId: string, userId: string) => {
  const [row] = await tx
    .select({ role: members.role, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(isMember(organizationId, userId))
    .for('update', { of: members })
  return row && { ...row, role: row.role as Role }
}

/** How many owners there are beside one, all held until the transaction ends. */
export const lockOtherOwners = async (
  tx: Database,
  organizationId: string,
  userId: string,
): Promise<number> => {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        eq(members.role, 'owner'),
        ne(members.userId, userId),
      ),
    )
    .orderBy(asc(members.id))
    .for('update')
  return rows.length
}

export const updateRole = async (
  tx: Database,
  organizationId: string,
  userId: string,
  role: Role,
): Promise<void> => {
  await tx.update(members).set({ role }).where(isMember(organizationId, userId))
}

/** Ends a membership, and with it every session of the person. */
export const deleteMember = async (
  tx: Database,
  organizationId: string,
  userId: string,
): Promise<void> => {
  await tx.delete(members).where(isMember(organizationId, userId))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
}
