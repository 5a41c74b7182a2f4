import { and, desc, eq, gt } from 'drizzle-orm'
import type { Role } from '#contract/session-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import {
  accounts,
  invitations,
  members,
  organizations,
  sessions,
  users,
} from '#server/platform/db/tables/auth-tables.ts'

const isPending = eq(invitations.status, 'pending')

/** The invitations of an organisation that can still be accepted, newest first. */
export const listInvitationRows = async (db: Database, organizationId: string, now: Date) => {
  const rows = await db
    .select({ invitation: invitations, invitedBy: users.name })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.inviterId))
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        isPending,
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
  return rows.map(({ invitation, invitedBy }) => ({
    ...invitation,
    role: invitation.role as Role,
    invitedBy,
  }))
}

/** Keeps an invitation in the place of an earlier one of the same address. */
export const replaceInvitation = async (
  tx: Database,
  row: typeof invitations.$inferInsert,
): Promise<void> => {
  const { organizationId, email } = row
  await tx
    .delete(invitations)
    .where(
      and(eq(invitations.organizationId, organizationId), eq(invitations.email, email), isPending),
    )
  await tx.insert(invitations).values(row)
}

/** Deletes an invitation that is not accepted yet, and answers with its address. */
export const deleteInvitation = async (
  tx: Database,
  organizationId: string,
  invitationId: string,
): Promise<string | undefined> => {
  const [row] = await tx
    .delete(invitations)
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.id, invitationId),
        isPending,
      ),
    )
    .returning({ email: invitations.email })
  return row?.email
}

/** The invitation behind a link, held until the transaction ends; nothing when it is not valid. */
export const lockInvitationAcrossOrgs = async (tx: Database, tokenHash: string, now: Date) => {
  const [row] = await tx
    .select({ invitation: invitations, organisation: organizations.name, invitedBy: users.name })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(users, eq(users.id, invitations.inviterId))
    .where(and(eq(invitations.tokenHash, tokenHash), isPending, gt(invitations.expiresAt, now)))
    .for('update', { of: invitations })
  return row && { ...row, role: row.invitation.role as Role }
}

/** The account of an address, and whether it belongs to an organisation. */
export const findAccountAcrossOrgs = async (db: Database, email: string) => {
  const [row] = await db
    .select({ userId: users.id, memberId: members.id })
    .from(users)
    .leftJoin(members, eq(members.userId, users.id))
    .where(eq(users.email, email))
    .limit(1)
  return row
}

interface NewAccount {
  userId: string
  name: string
  email: string
  isVerified: boolean
  passwordHash: string
}

/** Makes an account that signs in by password, or takes up one that belongs to nobody's organisation. */
export const upsertAccount = async (
  tx: Database,
  { userId, name, email, isVerified, passwordHash }: NewAccount,
): Promise<void> => {
  const known = { name, emailVerified: isVerified }
  await tx
    .insert(users)
    .values({ id: userId, email, ...known })
    .onConflictDoUpdate({ target: users.id, set: known })
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tx.delete(accounts).where(eq(accounts.userId, userId))
  await tx.insert(accounts).values({
    id: userId,
    accountId: userId,
    providerId: 'credential',
    userId,
    password: passwordHash,
  })
}

/** Makes somebody a member by an invitation, which is used up by that. */
export const insertInvitedMember = async (
  tx: Database,
  member: typeof members.$inferInsert,
  invitationId: string,
): Promise<void> => {
  await tx.insert(members).values(member)
  await tx
    .update(invitations)
    .set({ status: 'accepted', tokenHash: null })
    .where(eq(invitations.id, invitationId))
}
