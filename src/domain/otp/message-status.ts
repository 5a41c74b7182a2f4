/**
 * What a provider says of a message that it took, by rank: reports come late, twice and out of order,
 * and only one of a higher rank than the last counts.
 */
const ranks = { accepted: 0, sent: 1, delivered: 2, failed: 2, read: 3 } as const

export type MessageStatus = keyof typeof ranks

export const messageStatuses = Object.keys(ranks) as [MessageStatus, ...MessageStatus[]]

/** The statuses from which a report leads on: lower ones, and of the final ones only `delivered` to `read`. */
export const statusesBefore = (reported: MessageStatus): readonly MessageStatus[] =>
  messageStatuses.filter(
    (status) =>
      ranks[status] < ranks[reported] && (ranks[status] < ranks.failed || status === 'delivered'),
  )

/** What is known of a message after a report. */
export const statusAfter = (known: MessageStatus | null, reported: MessageStatus): MessageStatus =>
  known === null || statusesBefore(reported).includes(known) ? reported : known
