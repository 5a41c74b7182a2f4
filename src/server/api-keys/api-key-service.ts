import type { ApiKey, CreateApiKey, CreatedApiKey } from '#contract/api-key-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { grantableRoles } from '#contract/grantable-roles.ts'
import { roleNames } from '#contract/role-words.ts'
import type { Role } from '#contract/session-contract.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createSecretToken, hashToken } from '#server/platform/secret-token.ts'
import { deleteKey, insertKey, listKeyRows } from './api-key-repo.ts'

/** By this secret scanners know a key of ours that was published by mistake. */
const prefix = 'sandi_'

type KeyRow = Awaited<ReturnType<typeof listKeyRows>>[number]

const toApiKey = ({ key, createdBy }: KeyRow): ApiKey => ({
  id: key.id,
  name: key.name,
  role: key.role as Role,
  lastFour: key.lastFour,
  createdBy,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
})

/** The keys of the organisation, newest first. */
export const listApiKeys = async ({ db }: Context, actor: Actor): Promise<{ items: ApiKey[] }> => ({
  items: (await listKeyRows(db, actor.organizationId)).map(toApiKey),
})

const refuse = (path: string, message: string) =>
  err<Failure>({
    code: 'bad-request',
    detail: message,
    errors: [{ path: `body.${path}`, code: 'not-allowed', message }],
  })

/** Makes a key, which acts in the actor's name with a role that the actor may give. */
export const createApiKey = async (
  context: Context,
  actor: Actor,
  { name, role, expiresAt }: CreateApiKey,
): Promise<Result<CreatedApiKey, Failure>> => {
  const now = context.clock.now()
  if (!grantableRoles(actor.role).includes(role)) {
    return refuse('role', 'A key can not be allowed more than you are.')
  }
  if (expiresAt !== null && Date.parse(expiresAt) <= now) {
    return refuse('expiresAt', 'Choose a time in the future.')
  }
  const token = createSecretToken(prefix)
  const key = {
    id: context.newId(),
    organizationId: actor.organizationId,
    userId: actor.userId,
    name,
    role,
    tokenHash: await hashToken(token),
    lastFour: token.slice(-4),
    createdAt: new Date(now),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    lastUsedAt: null,
  }
  await context.db.transaction(async (tx) => {
    await insertKey(tx, key)
    const detail = { role: roleNames[role], expires: expiresAt?.slice(0, 10) ?? 'never' }
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'api-key.created',
      subject: name,
      detail,
    })
  })
  return ok({ apiKey: toApiKey({ key, createdBy: actor.userName }), token })
}

/** Ends a key: the next request with it is refused. */
export const revokeApiKey = (
  context: Context,
  actor: Actor,
  keyId: string,
): Promise<Result<undefined, Failure>> =>
  context.db.transaction(async (tx) => {
    const name = await deleteKey(tx, actor.organizationId, keyId)
    if (name === undefined) return err({ code: 'not-found', detail: 'There is no such API key.' })
    await recordAudit({ ...context, db: tx }, actor, { action: 'api-key.revoked', subject: name })
    return ok(undefined)
  })
