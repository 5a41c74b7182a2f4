import type { z } from 'zod'
import type { UsageNames } from '#contract/billing-contract.ts'
import type { Failure } from '#contract/failure.ts'
import type { Usage, UsageGroup, usageQuery } from '#contract/usage-contract.ts'
import { formatCredits, parseCredits } from '#domain/billing/credits.ts'
import { channelLabels, channels } from '#domain/otp/channel.ts'
import { byteOrderMark, formatCsvRow } from '#domain/shared/csv.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { nameOf } from './country-names.ts'
import { listUsageNames } from './usage-names-repo.ts'
import { countUsage, type UsageRow } from './usage-repo.ts'

const toName = (groupBy: UsageGroup, { key, name }: UsageRow): string => {
  if (name !== null) return name
  if (groupBy === 'country') return key === '' ? 'Email, no country' : nameOf(key)
  const channel = channels.find((known) => known === key)
  return channel === undefined ? key : channelLabels[channel]
}

const compareCredits = (a: UsageRow, b: UsageRow): number =>
  Number(BigInt(b.micro) - BigInt(a.micro)) || b.sends - a.sends

/** What was sent, what came of it, and what it cost. */
export const getUsage = async (
  { db }: Context,
  { organizationId }: Actor,
  query: z.infer<typeof usageQuery>,
): Promise<Result<Usage, Failure>> => {
  if (Date.parse(query.from) >= Date.parse(query.to)) {
    return err({
      code: 'bad-request',
      detail: 'The time range is empty: from has to be before to.',
    })
  }
  const { groupBy } = query
  const rows = await countUsage(db, organizationId, query)
  const isInTime = groupBy === 'day' || groupBy === 'month'
  const items = (isInTime ? rows : rows.toSorted(compareCredits)).map((row) => ({
    ...{ key: row.key, name: toName(groupBy, row) },
    ...{ sends: row.sends, delivered: row.delivered, verified: row.verified },
    credits: formatCredits(BigInt(row.micro)),
  }))
  const sum = (of: 'sends' | 'delivered' | 'verified') =>
    rows.reduce((total, row) => total + row[of], 0)
  const micro = rows.reduce((total, row) => total + BigInt(row.micro), 0n)
  return ok({
    total: {
      ...{ sends: sum('sends'), delivered: sum('delivered'), verified: sum('verified') },
      credits: formatCredits(micro),
    },
    items,
  })
}

/** Usage as CSV. */
export const toUsageCsv = (groupBy: UsageGroup, { items }: Usage): string => {
  const heading = [
    groupBy,
    'name',
    'sends',
    'delivered',
    'verified',
    'credits',
    'credits_per_verified',
  ]
  const rows = items.map(({ key, name, sends, delivered, verified, credits }) => [
    ...[key, name, sends, delivered, verified, credits],
    verified === 0 ? null : formatCredits(parseCredits(credits) / BigInt(verified)),
  ])
  return byteOrderMark + [heading, ...rows].map(formatCsvRow).join('')
}

/** The flows, workers and countries that an organisation's codes can be told apart by. */
export const getUsageNames = ({ db }: Context, { organizationId }: Actor): Promise<UsageNames> =>
  listUsageNames(db, organizationId)
