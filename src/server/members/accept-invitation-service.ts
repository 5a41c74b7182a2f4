import type { Failure } from '#contract/failure.ts'
import type { AcceptInvitation, OpenInvitation } from '#contract/member-contract.ts'
import { roleNames } from '#contract/role-words.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { hashToken } from '#server/platform/secret-token.ts'
import type { InvitationDependencies } from './invitation-dependencies.ts'
import {
  findAccountAcrossOrgs,
  insertInvitedMember,
  lockInvitationAcrossOrgs,
  upsertAccount,
} from './invitation-repo.ts'

type Locked = NonNullable<Awaited<ReturnType<typeof lockInvitationAcrossOrgs>>>

const lock = async (
  tx: Database,
  { clock }: Context,
  token: string,
): Promise<Result<Locked, Failure>> => {
  const now = new Date(clock.now())
  const found = await lockInvitationAcrossOrgs(tx, await hashToken(token), now)
  const detail =
    'It was accepted or withdrawn, or is older than a week. Ask who invited you for a new one.'
  return found === undefined ? err({ code: 'invitation-ended', detail }) : ok(found)
}

/** What an invitation's link is about, for who has it. */
export const readInvitation = (
  context: Context,
  token: string,
): Promise<Result<OpenInvitation, Failure>> =>
  context.db.transaction(async (tx): Promise<Result<OpenInvitation, Failure>> => {
    const found = await lock(tx, context, token)
    if (!found.ok) return found
    const { invitation, organisation, role, invitedBy } = found.value
    return ok({ organisation, email: invitation.email, role, invitedBy })
  })

/** Makes whoever has the link a member with an account, who can sign in from then on. */
export const acceptInvitation = async (
  context: Context,
  { hashPassword }: InvitationDependencies,
  { token, name, password }: AcceptInvitation,
): Promise<Result<{ email: string }, Failure>> => {
  const known = await readInvitation(context, token)
  if (!known.ok) return known
  // Takes long, and is for those only who have a link: so it is neither first nor in the transaction.
  const passwordHash = await hashPassword(password)
  return context.db.transaction(async (tx): Promise<Result<{ email: string }, Failure>> => {
    const found = await lock(tx, context, token)
    if (!found.ok) return found
    const { invitation, role } = found.value
    const { email, organizationId } = invitation
    const account = await findAccountAcrossOrgs(tx, email)
    if (account?.memberId) {
      const detail = `${email} has joined an organisation meanwhile. Sign in with that account.`
      return err({ code: 'member-exists', detail })
    }
    const userId = account?.userId ?? context.newId()
    const isVerified = invitation.isMailed
    await upsertAccount(tx, { userId, name, email, isVerified, passwordHash })
    const at = new Date(context.clock.now())
    const member = { id: context.newId(), organizationId, userId, role, createdAt: at }
    await insertInvitedMember(tx, member, invitation.id)
    const actor = { userId, userName: name, organizationId, role }
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'member.joined',
      subject: email,
      detail: { role: roleNames[role], invitedBy: found.value.invitedBy },
    })
    return ok({ email })
  })
}
