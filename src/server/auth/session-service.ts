import type { Session } from '#contract/session-contract.ts'
import { usesSandbox } from '#domain/otp/sender-route.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getSenderSettings } from '#server/senders/sender-settings-service.ts'
import { getUserAndOrganization } from './membership-repo.ts'
import { toOrganisationContext } from './organisation-service.ts'
import { isPlatformOperator } from './platform-operator-service.ts'

/** Who is signed in, and what the screens need to know of the organisation. */
export const getSession = async (
  context: Context,
  actor: Actor,
  operators: readonly string[],
): Promise<Session> => {
  const { user, organization } = await getUserAndOrganization(
    context.db,
    actor.userId,
    actor.organizationId,
  )
  const senders = await getSenderSettings(context, actor)
  const { readyChannels, allowedChannels, componentLimit } = toOrganisationContext(
    context,
    organization,
    senders,
  )
  return {
    user: { id: user.id, name: user.name, email: user.email },
    organisation: {
      id: organization.id,
      name: organization.name,
      homeCountry: organization.homeCountry,
      readyChannels: [...readyChannels],
      allowedChannels: [...allowedChannels],
      componentLimit,
    },
    role: actor.role,
    isPlatformOperator: await isPlatformOperator(context, actor, operators),
    sandbox: usesSandbox(context.installation, senders),
  }
}
