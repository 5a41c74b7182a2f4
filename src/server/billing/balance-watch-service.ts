import { type BalanceLevel, isWorse, toBalanceLevel } from '#domain/billing/balance.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { second } from '#domain/shared/clock.ts'
import { listBillingContactsAcrossOrgs } from '#server/auth/member-service.ts'
import type { Context } from '#server/platform/context.ts'
import { atMostEvery } from '#server/platform/jobs/at-most-every.ts'
import { enqueue, removeJob } from '#server/platform/jobs/outbox-repo.ts'
import type { Chore, JobHandler } from '#server/platform/jobs/outbox-worker.ts'
import type { Mailer } from '#server/platform/mail/mailer.ts'
import {
  findOrganisationNameAcrossOrgs,
  listWatchedBalancesAcrossOrgs,
  updateToldLevel,
} from './balance-watch-repo.ts'
import { findBalances } from './ledger-repo.ts'

/** The job that tells people about their balance; its subject is `<organisation>/<level>`. */
export const balanceMailJob = 'mail-balance'

/**
 * Notes where balances have come to since the last look, and has people told where it got worse: once
 * for each crossing, however many processes look.
 */
export const watchBalancesAcrossOrgs = async (context: Context): Promise<void> => {
  const { db, clock, newId } = context
  for (const watched of await listWatchedBalancesAcrossOrgs(db)) {
    const { organizationId, availableMicro, lowBalanceMicro, toldLevel } = watched
    const level = toBalanceLevel(availableMicro, lowBalanceMicro)
    if (level === toldLevel) continue
    await db.transaction(async (tx) => {
      const change = { before: toldLevel, now: level }
      const isOurs = await updateToldLevel(tx, organizationId, change)
      if (!isOurs || !isWorse(level, toldLevel)) return
      const subjectId = `${organizationId}/${level}`
      await enqueue(tx, { id: newId(), kind: balanceMailJob, subjectId, now: clock.now() })
    })
  }
}

/** How often balances are looked at. */
const watchInterval = 10 * second

/** The chore that watches balances. */
export const createBalanceWatch = (context: Context): Chore =>
  atMostEvery(context.clock, watchInterval, () => watchBalancesAcrossOrgs(context))

const subjects: Record<Exclude<BalanceLevel, 'enough'>, string> = {
  low: 'OTP credit is low',
  empty: 'OTP credit is used up',
}

const writeText = (level: keyof typeof subjects, organisation: string, available: bigint): string =>
  [
    `${organisation} has ${formatCredits(available)} Available Credits.`,
    level === 'low'
      ? 'When they are used up, no codes can be sent, and tasks with an OTP step can not go on.'
      : 'No codes can be sent now, and tasks with an OTP step can not go on.',
    'Top up under Billing, Balance; the threshold of this mail can be set there, too.',
  ].join('\n\n')

/** Tells the people who see to credit how much there is left. */
export const createBalanceMail =
  (context: Context, mailer: Mailer): JobHandler =>
  async ({ id, subjectId }) => {
    const { db } = context
    const [organizationId = '', level] = subjectId.split('/')
    const organisation = await findOrganisationNameAcrossOrgs(db, organizationId)
    if (organisation !== undefined && (level === 'low' || level === 'empty')) {
      const { available } = await findBalances(db, organizationId)
      const text = writeText(level, organisation, available)
      for (const { email } of await listBillingContactsAcrossOrgs(context, organizationId)) {
        await mailer.send({ to: email, subject: subjects[level], text })
      }
    }
    await removeJob(db, id)
    return 'removed'
  }
