import type { SenderTest } from '#contract/sender-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { describeForAdmins } from '#domain/otp/failure-for-admins.ts'
import type { SenderTestRow } from './sender-test-repo.ts'

const describe = ({ outcome, route, failureCode }: SenderTestRow): string => {
  switch (outcome) {
    case null:
      return 'The message is on its way.'
    case 'accepted':
      return route === 'sandbox'
        ? 'The message is in the sandbox inbox.'
        : 'The provider has taken the message: it should arrive within a minute.'
    case 'refused':
      return describeForAdmins(failureCode ?? '')
    case 'unknown':
      return 'The provider did not answer: the message may arrive, or not. It was not charged.'
  }
}

/** A test as admins see it. */
export const toSenderTest = (row: SenderTestRow): SenderTest => ({
  id: row.id,
  channel: row.channel,
  route: row.route,
  maskedRecipient: row.maskedRecipient,
  at: row.createdAt.toISOString(),
  outcome: row.outcome,
  text: describe(row),
  providerCode: row.providerCode,
  costCredits: formatCredits(row.costMicro),
})
