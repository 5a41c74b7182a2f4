import type { Channel } from '#domain/otp/channel.ts'
import { findSenderRoute } from '#domain/otp/sender-route.ts'
import type { Context } from '#server/platform/context.ts'
import type { FindSender } from './otp-dependencies.ts'
import { type BrandedNumbers, createBrandedSender } from './senders/branded-sender.ts'
import type { OtpSender } from './senders/otp-sender.ts'
import { createSandboxSender } from './senders/sandbox-sender.ts'

/** What there is to send by, besides the sandbox inbox. */
export interface Senders {
  /** This installation's own, by channel. */
  official: Partial<Record<Channel, OtpSender>>
  /** Where organisations can have WhatsApp numbers of their own. */
  branded?: BrandedNumbers
}

/** Finds the sender for what an organisation has chosen, by the rules of `findSenderRoute`. */
export const createFindSender = (context: Context, { official, branded }: Senders): FindSender => {
  const sandbox = createSandboxSender(context)
  const alone = branded && createBrandedSender(branded, undefined)
  const withStandIn = branded && createBrandedSender(branded, official.whatsapp)
  return (settings, channel) => {
    switch (findSenderRoute(context.installation, settings, channel)) {
      case 'sandbox':
        return sandbox
      case 'official':
        return official[channel]
      case 'branded':
        return settings.fallsBack ? withStandIn : alone
      case null:
        return undefined
    }
  }
}
