import type { Context } from '#server/platform/context.ts'
import { failDelivered, markDelivered } from './delivery-repo.ts'

/** Takes a provider's word that messages have arrived. */
export const reportDelivered = async (
  { db, clock }: Context,
  challengeIds: readonly string[],
): Promise<void> => {
  if (challengeIds.length > 0) await markDelivered(db, challengeIds, clock.now())
}

/**
 * Takes a provider's word that a message which it had accepted could not be delivered: what it cost
 * comes back. A challenge that was verified meanwhile did arrive, and stays.
 */
export const reportUndeliverable = (
  { db, clock, newId }: Context,
  challengeId: string,
): Promise<boolean> =>
  failDelivered(db, {
    challengeId,
    entryId: newId(),
    now: clock.now(),
    failure: 'undeliverable',
    providerCode: null,
    isBilled: false,
  })
