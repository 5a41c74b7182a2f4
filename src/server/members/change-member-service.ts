import type { Failure } from '#contract/failure.ts'
import { grantableRoles } from '#contract/grantable-roles.ts'
import { roleNames } from '#contract/role-words.ts'
import type { Role } from '#contract/session-contract.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { deleteMember, lockMember, lockOtherOwners, updateRole } from './member-repo.ts'

type Locked = NonNullable<Awaited<ReturnType<typeof lockMember>>>

/** Holds a member whom the actor may change, if the organisation can do without this owner. */
const lockChangeable = async (
  tx: Database,
  actor: Actor,
  userId: string,
  remainsOwner: boolean,
): Promise<Result<Locked, Failure>> => {
  const otherOwners = await lockOtherOwners(tx, actor.organizationId, userId)
  const member = await lockMember(tx, actor.organizationId, userId)
  if (member === undefined) return err({ code: 'not-found', detail: 'There is no such member.' })
  if (!grantableRoles(actor.role).includes(member.role)) {
    return err({ code: 'forbidden', detail: 'Only an owner may change or remove an owner.' })
  }
  if (member.role === 'owner' && !remainsOwner && otherOwners === 0) {
    const detail = `${member.name} is the only owner. Make somebody else an owner first.`
    return err({ code: 'last-owner', detail })
  }
  return ok(member)
}

/** Gives a member another role. It holds from the next request on. */
export const changeRole = (
  context: Context,
  actor: Actor,
  { userId, role }: { userId: string; role: Role },
): Promise<Result<undefined, Failure>> =>
  context.db.transaction(async (tx): Promise<Result<undefined, Failure>> => {
    const member = await lockChangeable(tx, actor, userId, role === 'owner')
    if (!member.ok) return member
    if (!grantableRoles(actor.role).includes(role)) {
      return err({ code: 'forbidden', detail: 'Only an owner may make somebody an owner.' })
    }
    if (member.value.role === role) return ok(undefined)
    await updateRole(tx, actor.organizationId, userId, role)
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'member.role-changed',
      subject: member.value.name,
      detail: { role: { from: roleNames[member.value.role], to: roleNames[role] } },
    })
    return ok(undefined)
  })

/**
 * Takes somebody out of the organisation: sessions and API keys end with it. What the person did stays,
 * under the person's name.
 */
export const removeMember = (
  context: Context,
  actor: Actor,
  userId: string,
): Promise<Result<undefined, Failure>> =>
  context.db.transaction(async (tx): Promise<Result<undefined, Failure>> => {
    if (userId === actor.userId) {
      return err({ code: 'forbidden', detail: 'Nobody removes themselves: ask somebody else to.' })
    }
    const member = await lockChangeable(tx, actor, userId, false)
    if (!member.ok) return member
    await deleteMember(tx, actor.organizationId, userId)
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'member.removed',
      subject: member.value.name,
      detail: { role: roleNames[member.value.role] },
    })
    return ok(undefined)
  })
