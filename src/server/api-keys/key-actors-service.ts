import { grantableRoles } from '#contract/grantable-roles.ts'
import type { Role } from '#contract/session-contract.ts'
import { minute } from '#domain/shared/clock.ts'
import type { Actor, ResolveActor } from '#server/platform/actor.ts'
import { readBearerToken } from '#server/platform/bearer-token.ts'
import type { Context } from '#server/platform/context.ts'
import { hashToken } from '#server/platform/secret-token.ts'
import { findKeyAcrossOrgs, touchKeyAcrossOrgs } from './api-key-repo.ts'

/** Finds the actor behind a key: none when it has expired, or its maker may not give its role any more. */
const findKeyActor = async ({ db, clock }: Context, token: string): Promise<Actor | undefined> => {
  const found = await findKeyAcrossOrgs(db, await hashToken(token))
  if (found === undefined) return undefined
  const { key, userName, makerRole } = found
  const now = clock.now()
  if (key.expiresAt !== null && key.expiresAt.getTime() <= now) return undefined
  const role = key.role as Role
  if (!grantableRoles(makerRole).includes(role)) return undefined
  await touchKeyAcrossOrgs(db, key.id, { now: new Date(now), unlessAfter: new Date(now - minute) })
  const { userId, organizationId } = key
  return { userId, organizationId, role, userName: `${userName} (key ${key.name})`, isKey: true }
}

/** Knows programs by their key; whoever sends none is asked for in the home's own way. */
export const withApiKeys =
  (context: Context, resolveActor: ResolveActor): ResolveActor =>
  (request) => {
    const token = readBearerToken(request.headers)
    return token === undefined ? resolveActor(request) : findKeyActor(context, token)
  }
