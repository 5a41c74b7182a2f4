import type { Invitation, MemberList } from '#contract/member-contract.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { listInvitationRows } from './invitation-repo.ts'
import { listMemberRows } from './member-repo.ts'

type InvitationRow = Awaited<ReturnType<typeof listInvitationRows>>[number]

/** An invitation as it is shown. */
export const toInvitation = ({
  id,
  email,
  role,
  invitedBy,
  createdAt,
  expiresAt,
}: Pick<InvitationRow, keyof Invitation>): Invitation => ({
  ...{ id, email, role, invitedBy },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})

/** Who belongs to the organisation, and who was asked to. */
export const listOrganisationMembers = async (
  { db, clock }: Context,
  { organizationId }: Actor,
): Promise<MemberList> => {
  const rows = await listMemberRows(db, organizationId)
  const open = await listInvitationRows(db, organizationId, new Date(clock.now()))
  return {
    members: rows.map(({ joinedAt, lastSignInAt, ...member }) => ({
      ...member,
      joinedAt: joinedAt.toISOString(),
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    })),
    invitations: open.map(toInvitation),
  }
}
