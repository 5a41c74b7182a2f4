import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getUserAndOrganization } from './membership-repo.ts'

/**
 * Whether an actor runs this installation: by an email address that the operators' list has. Only an
 * address that was verified counts, as anybody could sign up under another one.
 */
export const isPlatformOperator = async (
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  operators: readonly string[],
): Promise<boolean> => {
  if (operators.length === 0) return false
  const { user } = await getUserAndOrganization(db, actor.userId, actor.organizationId)
  return user.emailVerified && operators.includes(user.email.toLowerCase())
}
