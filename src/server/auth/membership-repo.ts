import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Role } from '#contract/session-contract.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Database } from '#server/platform/db/database.ts'
import { members, organizations, users } from '#server/platform/db/tables/auth-tables.ts'

/** A user's membership: in one organisation, or without one the user's oldest. */
export const findMembershipAcrossOrgs = async (
  db: Database,
  userId: string,
  organizationId: string | null,
): Promise<Actor | undefined> => {
  const [row] = await db
    .select({
      userId: members.userId,
      userName: users.name,
      organizationId: members.organizationId,
      role: members.role,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      organizationId === null
        ? eq(members.userId, userId)
        : and(eq(members.userId, userId), eq(members.organizationId, organizationId)),
    )
    .orderBy(asc(members.createdAt))
    .limit(1)
  return row && { ...row, role: row.role as Role }
}

/** The members of an organisation in some roles, by name. */
export const listMembers = (db: Database, organizationId: string, roles: readonly Role[]) =>
  db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, organizationId), inArray(members.role, [...roles])))
    .orderBy(asc(users.name))

/** A user and the organisation that the user acts in. Throws when there is none: actors have one. */
export const getUserAndOrganization = async (
  db: Database,
  userId: string,
  organizationId: string,
) => {
  const [row] = await db
    .select({
      user: {
        id: users.id,
        name: users.name,
        email: users.email,
        emailVerified: users.emailVerified,
      },
      organization: organizations,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.userId, userId), eq(members.organizationId, organizationId)))
  if (row === undefined) throw new Error('an actor without a membership')
  return row
}

/** An organisation. Throws when there is none: actors have one. */
export const getOrganization = async (db: Database, organizationId: string) => {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, organizationId))
  if (row === undefined) throw new Error('an actor without an organisation')
  return row
}

/** Notes that somebody has signed in. */
export const noteSignInAcrossOrgs = async (db: Database, userId: string, at: Date) => {
  await db.update(users).set({ lastSignInAt: at }).where(eq(users.id, userId))
}
