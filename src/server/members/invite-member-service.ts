import type { Failure } from '#contract/failure.ts'
import { grantableRoles } from '#contract/grantable-roles.ts'
import type { Invited, InviteMember } from '#contract/member-contract.ts'
import { roleNames } from '#contract/role-words.ts'
import { day } from '#domain/shared/clock.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import { getOrganizationName } from '#server/auth/organisation-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createSecretToken, hashToken } from '#server/platform/secret-token.ts'
import type { InvitationDependencies } from './invitation-dependencies.ts'
import {
  deleteInvitation,
  findAccountAcrossOrgs,
  listInvitationRows,
  replaceInvitation,
} from './invitation-repo.ts'
import { toInvitation } from './member-list-service.ts'

const validFor = 7 * day
/** So many may wait for an answer: each one is a mail to somebody who did not ask for it. */
const mostOpen = 100

const refuse = async (
  context: Context,
  actor: Actor,
  { email, role }: InviteMember,
): Promise<Failure | undefined> => {
  if (!grantableRoles(actor.role).includes(role)) {
    return { code: 'forbidden', detail: 'Only an owner may make somebody an owner.' }
  }
  const account = await findAccountAcrossOrgs(context.db, email)
  if (account?.memberId) {
    const detail = `${email} has an account already, and an account belongs to one organisation.`
    return { code: 'member-exists', detail }
  }
  const now = new Date(context.clock.now())
  const open = await listInvitationRows(context.db, actor.organizationId, now)
  return open.length < mostOpen
    ? undefined
    : {
        code: 'too-many-requests',
        detail: `${mostOpen} invitations are open. Withdraw some first.`,
      }
}

const writeMail = (
  organisation: string,
  actor: Actor,
  { email, role }: InviteMember,
  link: string,
) => ({
  to: email,
  subject: `${actor.userName} invites you to ${organisation} on Sandi`,
  text: `${actor.userName} invites you to join ${organisation} on Sandi, as ${roleNames[role]}.

Open this link within 7 days and choose a password:
${link}

If you do not know what this is about, leave it: nothing happens without you.
`,
})

/** Asks somebody to join: by mail, or by a link to be handed over where no mail server is set up. */
export const inviteMember = async (
  context: Context,
  { mailer, address }: InvitationDependencies,
  actor: Actor,
  input: InviteMember,
): Promise<Result<Invited, Failure>> => {
  const refusal = await refuse(context, actor, input)
  if (refusal !== undefined) return err(refusal)
  const now = context.clock.now()
  const token = createSecretToken('')
  const row = {
    ...input,
    id: context.newId(),
    organizationId: actor.organizationId,
    status: 'pending',
    createdAt: new Date(now),
    expiresAt: new Date(now + validFor),
    inviterId: actor.userId,
    tokenHash: await hashToken(token),
    isMailed: mailer !== undefined,
  }
  const event = { subject: input.email, detail: { role: roleNames[input.role] } }
  await context.db.transaction(async (tx) => {
    await replaceInvitation(tx, row)
    await recordAudit({ ...context, db: tx }, actor, { action: 'member.invited', ...event })
  })
  // Behind the #: browsers do not send that, so it is in no log.
  const link = new URL(`/invitation#${token}`, address).href
  const invitation = toInvitation({ ...row, invitedBy: actor.userName })
  if (mailer === undefined) return ok({ invitation, link })
  const organisation = await getOrganizationName(context, actor)
  try {
    await mailer.send(writeMail(organisation, actor, input, link))
  } catch {
    await withdrawInvitation(context, actor, row.id)
    const detail = `The mail to ${input.email} could not be handed over. Try again later.`
    return err({ code: 'mail-failed', detail })
  }
  return ok({ invitation, link: null })
}

/** Takes an invitation back: its link is of no use any more. */
export const withdrawInvitation = (
  context: Context,
  actor: Actor,
  invitationId: string,
): Promise<Result<undefined, Failure>> =>
  context.db.transaction(async (tx): Promise<Result<undefined, Failure>> => {
    const email = await deleteInvitation(tx, actor.organizationId, invitationId)
    if (email === undefined) {
      return err({ code: 'not-found', detail: 'There is no such invitation.' })
    }
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'invitation.withdrawn',
      subject: email,
    })
    return ok(undefined)
  })
