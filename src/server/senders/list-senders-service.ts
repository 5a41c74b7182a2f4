import type { ChannelSender, SenderOverview } from '#contract/sender-contract.ts'
import { channels } from '#domain/otp/channel.ts'
import { findSenderRoute, type SenderRoute } from '#domain/otp/sender-route.ts'
import { day } from '#domain/shared/clock.ts'
import { isPlatformOperator } from '#server/auth/platform-operator-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { countWaitingAcrossOrgs } from './branded-number-repo.ts'
import { findBrandedNumber } from './branded-number-service.ts'
import type { SenderDependencies } from './sender-dependencies.ts'
import { type ChannelHealth, listChannelHealth } from './sender-health-repo.ts'
import { getSenderSettings } from './sender-settings-service.ts'
import { listNewestTests } from './sender-test-repo.ts'
import { toSenderError } from './to-branded-number.ts'
import { toSenderTest } from './to-sender-test.ts'

/** Older successes and failures say nothing about how a sender is. */
const lookBack = 30 * day

const toTimes = (health: ChannelHealth | undefined) => {
  const { lastSuccessAt = null, lastFailureAt = null, failureCode = null } = health ?? {}
  return {
    lastSuccessAt: lastSuccessAt === null ? null : new Date(lastSuccessAt).toISOString(),
    lastError:
      lastFailureAt === null
        ? null
        : toSenderError(failureCode ?? '', health?.providerCode ?? null, new Date(lastFailureAt)),
  }
}

/** Which way an organisation's codes leave, how that goes, and what can be changed about it. */
export const getSenderOverview = async (
  context: Context,
  { operators, secrets }: SenderDependencies,
  actor: Actor,
): Promise<SenderOverview> => {
  const { db, clock, installation } = context
  const { organizationId } = actor
  const settings = await getSenderSettings(context, actor)
  const number = await findBrandedNumber(context, actor)
  // What went by other senders before the sandbox was switched is no news of these.
  const since = Math.max(clock.now() - lookBack, settings.changedAt?.getTime() ?? 0)
  const health = await listChannelHealth(db, organizationId, new Date(since))
  const tests = await listNewestTests(db, organizationId)
  const origins: Record<SenderRoute, (channel: ChannelSender['channel']) => string | null> = {
    sandbox: () => 'Sandbox inbox',
    official: (channel) => installation.official[channel] ?? null,
    branded: () => number && `${number.displayName}, ${number.phoneNumber}`,
  }
  return {
    settings: { sandbox: settings.sandbox, fallsBack: settings.fallsBack },
    hasSandbox: installation.hasSandbox,
    hasOfficialNumber: installation.official.whatsapp !== undefined,
    channels: channels.map((channel) => {
      const route = findSenderRoute(installation, settings, channel)
      const test = tests.find((row) => row.channel === channel)
      return {
        ...{ channel, route, from: route && origins[route](channel) },
        ...toTimes(health.find((row) => row.channel === channel)),
        lastTest: test ? toSenderTest(test) : null,
      }
    }),
    brandedNumber: number,
    canBrand: secrets !== undefined,
    waitingNumbers: (await isPlatformOperator(context, actor, operators))
      ? await countWaitingAcrossOrgs(db)
      : null,
  }
}
