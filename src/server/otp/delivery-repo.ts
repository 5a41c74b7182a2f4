import { and, eq, gte, isNotNull, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type ChargePosting, chargeKey, movements } from '#domain/billing/ledger.ts'
import type { Channel } from '#domain/otp/channel.ts'
import type { MessageLanguage } from '#domain/otp/message-language.ts'
import type { ChallengeState } from '#domain/otp/otp-challenge.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import type { SenderSettings } from '#domain/otp/sender-route.ts'
import { hour } from '#domain/shared/clock.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { bookPosting } from '#server/platform/db/post-entry.ts'
import { senderSettingsColumn } from '#server/platform/db/sender-settings-column.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'
import { becomes, canHappen } from './challenge-repo.ts'

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** A challenge with what its message says, for the job that sends it. */
export interface Delivery {
  id: string
  organizationId: string
  organisationName: string
  channel: Channel
  recipient: string
  digits: number
  state: ChallengeState
  codeHash: string | null
  language: MessageLanguage
  validityMinutes: number
  autofillDomain: string
  senderSettings: SenderSettings
  createdAt: number
  expiresAt: number
  /** Known once the provider took the message. */
  providerMessageId: string | null
}

const epochMs = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`

interface DeliveryRow extends Omit<Delivery, 'autofillDomain'> {
  otpPolicy: unknown
  homeCountry: string
}

const selectDelivery = defineStatement<{ id: string }, DeliveryRow>(
  (value) => sql`
    select c.id, c.organization_id as "organizationId", o.name as "organisationName", c.channel,
      c.recipient, c.digits, c.state, c.code_hash as "codeHash",
      c.language, o.otp_policy as "otpPolicy", o.home_country as "homeCountry",
      ${senderSettingsColumn(sql`o.id`)} as "senderSettings",
      round(extract(epoch from c.expires_at - c.created_at) / 60)::int as "validityMinutes",
      c.provider_message_id as "providerMessageId", ${epochMs(sql`c.created_at`)} as "createdAt",
      ${epochMs(sql`c.expires_at`)} as "expiresAt"
    from otp_challenges c
    join organizations o on o.id = c.organization_id
    where c.id = ${value('id')}`,
)

export const findDeliveryAcrossOrgs = async (
  db: Database,
  id: string,
): Promise<Delivery | undefined> => {
  const [row] = await selectDelivery(db, { id })
  if (row === undefined) return undefined
  const { otpPolicy, homeCountry, ...delivery } = row
  const { smsAutofillDomain } = resolvePolicy(otpPolicy, homeCountry)
  return { ...delivery, autofillDomain: smsAutofillDomain }
}

const start = defineStatement<{ id: string; codeHash: string }>(
  (value) => sql`
    update otp_challenges set state = ${becomes('start')}, code_hash = ${value('codeHash')}
    where id = ${value('id')} and ${canHappen('start')}
    returning id`,
)

/** Notes, before it is done, that a code is handed over. Whether the challenge still waited for it. */
export const startSending = async (
  db: Database,
  challengeId: string,
  codeHash: string,
): Promise<boolean> => (await start(db, { id: challengeId, codeHash })).length > 0

/** The provider's ids of other messages to a recipient since some time. */
export const listOtherMessageIds = async (
  db: Database,
  { id, organizationId, recipient, createdAt }: Delivery,
): Promise<string[]> => {
  const rows = await db
    .select({ id: otpChallenges.providerMessageId })
    .from(otpChallenges)
    .where(
      and(
        eq(otpChallenges.organizationId, organizationId),
        eq(otpChallenges.recipient, recipient),
        ne(otpChallenges.id, id),
        gte(otpChallenges.createdAt, new Date(createdAt - hour)),
        isNotNull(otpChallenges.providerMessageId),
      ),
    )
  return rows.flatMap((row) => row.id ?? [])
}

/** Notes that nothing was handed over after all; the next try makes a new code. */
export const undoSending = async (db: Database, challengeId: string): Promise<void> => {
  await db
    .update(otpChallenges)
    .set({
      state: sql`case when ${canHappen('postpone')} then ${becomes('postpone')} else state end`,
      codeHash: null,
    })
    .where(eq(otpChallenges.id, challengeId))
}

type Value = (name: 'challengeId' | 'entryId' | 'now' | 'key' | 'earlierKey') => SQLWrapper

/** A posting that goes on with what an earlier one for the same challenge moved: same amount, same words. */
const followUp = (kind: ChargePosting, value: Value): SQL => {
  const { from, to } = movements[kind]
  return sql`
    select ${value('entryId')}::text, e.organization_id, ${sql.raw(`'${kind}'::text`)},
      ${sql.raw(`'${from}'::text, '${to}'::text`)}, e.amount_micro, e.challenge_id,
      ${value('key')}::text, e.description, ${value('now')}::timestamptz
    from ledger_entries e
    join changed on changed.organization_id = e.organization_id
    where e.idempotency_key = ${value('earlierKey')}`
}

/** What a posting of one kind, after one of another, says besides the settlement. */
const toKeys = (kind: ChargePosting, earlier: ChargePosting, challengeId: string) => ({
  key: chargeKey(kind, challengeId),
  earlierKey: chargeKey(earlier, challengeId),
})

export interface Settlement {
  challengeId: string
  /** For the ledger entry. */
  entryId: string
  now: number
}

type Settled = Record<'challengeId' | 'entryId' | 'now' | 'key' | 'earlierKey', string>

const accept = defineStatement<Settled & { jobId: string; providerMessageId: string | null }>(
  (value) => sql`
    with changed as (
      update otp_challenges set
        state = case when ${canHappen('accept')} then ${becomes('accept')} else state end,
        sent_at = coalesce(sent_at, ${value('now')}::timestamptz),
        provider_message_id = coalesce(provider_message_id, ${value('providerMessageId')}),
        message_status = coalesce(message_status, 'accepted')
      where id = ${value('challengeId')}
      returning id, organization_id
    ),
    ${bookPosting(followUp('capture', value))}
    delete from outbox where id = ${value('jobId')}`,
)

/**
 * The provider took the message: the hold is paid, the challenge is sent, the job is gone. A challenge
 * that ended meanwhile stays as it is, but was sent and is paid for all the same.
 */
export const settleAccepted = async (
  db: Database,
  { now, ...settlement }: Settlement & { jobId: string; providerMessageId: string | null },
): Promise<void> => {
  const keys = toKeys('capture', 'hold', settlement.challengeId)
  await accept(db, { ...settlement, ...keys, now: iso(now) })
}

const giveBack = defineStatement<
  Settled & { jobId: string; failure: string; providerCode: string | null }
>(
  (value) => sql`
    with changed as (
      update otp_challenges set
        failure_code = case when ${canHappen('fail')} then ${value('failure')} else failure_code end,
        provider_code = coalesce(provider_code, ${value('providerCode')}),
        state = case when ${canHappen('fail')} then ${becomes('fail')} else state end
      where id = ${value('challengeId')}
      returning id, organization_id
    ),
    locked as (
      select b.account from ledger_balances b
      join changed on changed.organization_id = b.organization_id
      order by b.account
      for update of b
    ),
    ${bookPosting(sql`${followUp('release', value)} and (select count(*) from locked) > 0`)}
    delete from outbox where id = ${value('jobId')}`,
)

/** Nothing was sent: the hold is given back, the challenge has failed, the job is gone. */
export const settleFailed = async (
  db: Database,
  {
    now,
    ...settlement
  }: Settlement & {
    jobId: string
    failure: string
    providerCode: string | null
  },
): Promise<void> => {
  const keys = toKeys('release', 'hold', settlement.challengeId)
  await giveBack(db, { ...settlement, ...keys, now: iso(now) })
}

const refund = defineStatement<
  Settled & { failure: string; providerCode: string | null; isBilled: string },
  { id: string }
>(
  (value) => sql`
    with changed as (
      update otp_challenges set
        failure_code = case when ${canHappen('fail')} then ${value('failure')} else failure_code end,
        state = case when ${canHappen('fail')} then ${becomes('fail')} else state end,
        provider_code = coalesce(provider_code, ${value('providerCode')}),
        message_status = 'failed'
      where id = ${value('challengeId')} and provider_message_id is not null
        and state <> ${becomes('verify')}
        and (message_status is null or message_status in ('accepted', 'sent'))
      returning id, organization_id
    ),
    ${bookPosting(sql`
      ${followUp('refund', value)} and e.kind = 'capture' and not ${value('isBilled')}::boolean`)}
    select id from changed`,
)

/**
 * The provider says later that a message it had taken could not be delivered: what was paid comes back,
 * unless it is billed all the same. One that was verified meanwhile did arrive. Whether there was such
 * a message.
 */
export const failDelivered = async (
  db: Database,
  {
    now,
    isBilled,
    ...settlement
  }: Settlement & { failure: string; providerCode: string | null; isBilled: boolean },
): Promise<boolean> => {
  const keys = toKeys('refund', 'capture', settlement.challengeId)
  const values = { ...settlement, ...keys, now: iso(now), isBilled: String(isBilled) }
  return (await refund(db, values)).length > 0
}

const deliver = defineStatement<{ ids: string; now: string }>(
  (value) => sql`
    update otp_challenges set state = ${becomes('deliver')}, delivered_at = ${value('now')}
    where id in (select jsonb_array_elements_text(${value('ids')}::jsonb)) and state = 'sent'`,
)

/** The provider says that messages have arrived. */
export const markDelivered = async (
  db: Database,
  challengeIds: readonly string[],
  now: number,
): Promise<void> => {
  await deliver(db, { ids: JSON.stringify(challengeIds), now: iso(now) })
}
