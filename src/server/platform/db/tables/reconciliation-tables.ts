import { boolean, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { organizations } from './auth-tables.ts'
import { id, instant, json } from './columns.ts'
import { otpChallenges } from './otp-tables.ts'

/** Whether the provider bills us for a message, as it said: to be compared with what we charged. */
export const messagePrices = pgTable(
  'message_prices',
  {
    challengeId: text('challenge_id')
      .primaryKey()
      .references(() => otpChallenges.id, { onDelete: 'cascade' }),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    isBilled: boolean('is_billed').notNull(),
    /** What kind of message it is billed as, in the provider's words; null where it says nothing of it. */
    category: text('category'),
    /** A decimal of the currency; null where the provider says only whether it bills. */
    price: text('price'),
    currency: text('currency'),
    reportedAt: instant('reported_at').notNull(),
  },
  (table) => [index('message_prices_reported').on(table.reportedAt)],
)

/** Looks over the whole ledger: each night one, and those by hand. The platform's, of no organisation. */
export const reconciliations = pgTable(
  'reconciliations',
  {
    id: id(),
    /** The night's date, by which one process of several does it; null by hand. */
    night: text('night'),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** What was found and done; null until it is finished. */
    report: json('report'),
  },
  (table) => [
    unique('reconciliations_night').on(table.night),
    index('reconciliations_newest').on(table.startedAt.desc()),
  ],
)
