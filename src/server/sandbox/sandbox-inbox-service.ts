import type { SandboxOutcome } from '#contract/sandbox-contract.ts'
import { second } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import {
  findMessageIdAcrossOrgs,
  insertMessageByRule,
  type NewSandboxMessage,
} from './sandbox-repo.ts'

/** How long a message is under way that is told to be slow. */
const slowness = 8 * second

/** Puts a message into the inbox of its organisation, or does what a rule says instead. */
export const keepSandboxMessage = async (
  { db, clock, newId }: Context,
  message: Omit<NewSandboxMessage, 'id'>,
): Promise<{ id: string; outcome: SandboxOutcome }> => {
  const id = newId()
  const now = clock.now()
  const times = { now, slowUntil: now + slowness }
  return { id, outcome: await insertMessageByRule(db, { ...message, id }, times) }
}

/** The message of a challenge, if it got as far as the inbox. */
export const findSandboxMessage = ({ db }: Context, challengeId: string) =>
  findMessageIdAcrossOrgs(db, challengeId)
