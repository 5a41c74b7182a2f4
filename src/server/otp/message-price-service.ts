import { day, hour } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import type { Logger } from '#server/platform/logger.ts'
import {
  type ChallengePrice,
  listUnpricedAcrossOrgs,
  type UnpricedMessage,
  upsertPricesAcrossOrgs,
} from './message-price-repo.ts'
import type { OtpSender } from './senders/otp-sender.ts'

/** Keeps what providers said that they bill for our messages. */
export const keepPrices = (
  { db, clock }: Context,
  prices: readonly ChallengePrice[],
): Promise<void> => upsertPricesAcrossOrgs(db, prices, clock.now())

/** Providers say a price soon after a message has ended; what they have not said after that they never do. */
const asked = { after: hour, until: 14 * day, limit: 50_000 }

const dayAfter = (date: string): string =>
  new Date(Date.parse(date) + day).toISOString().slice(0, 10)

/** A message is dated by when it left: that may be the day after it was taken. */
const listDays = (messages: readonly UnpricedMessage[]): string[] => [
  ...new Set(messages.flatMap((message) => [message.day, dayAfter(message.day)])),
]

/**
 * Asks the provider of a sender what it bills for our messages, and keeps it. One that does not answer
 * is asked again the next time. Answers how many prices are new.
 */
export const fetchPricesAcrossOrgs = async (
  context: Context,
  { smsSender, logger }: { smsSender: OtpSender | undefined; logger: Logger },
): Promise<number> => {
  if (smsSender?.listPrices === undefined) return 0
  const now = context.clock.now()
  const window = { from: now - asked.until, to: now - asked.after, limit: asked.limit }
  const messages = await listUnpricedAcrossOrgs(context.db, window)
  const known = new Map(messages.map(({ messageId, challengeId }) => [messageId, challengeId]))
  let count = 0
  try {
    for (const date of listDays(messages)) {
      const prices = (await smsSender.listPrices(date)).flatMap(({ messageId, ...billing }) => {
        const challengeId = known.get(messageId)
        known.delete(messageId)
        return challengeId === undefined ? [] : [{ challengeId, ...billing }]
      })
      await keepPrices(context, prices)
      count += prices.length
    }
  } catch (error) {
    logger.error({ err: error }, 'prices could not be fetched')
  }
  return count
}
