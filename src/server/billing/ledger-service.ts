import type { Failure } from '#contract/failure.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Database } from '#server/platform/db/database.ts'
import { insertAccounts, insertCapture, insertHold, insertTopUp, sumHeld } from './ledger-repo.ts'

export interface TopUp {
  id: string
  organizationId: string
  amountMicro: bigint
  /** Topping up again under the same key changes nothing. */
  key: string
  description: string
  now: number
}

/** Adds credit to an organisation, which gets its accounts where it has none yet. */
export const topUp = async (db: Database, entry: TopUp): Promise<void> => {
  await insertAccounts(db, entry.organizationId)
  await insertTopUp(db, entry)
}

/**
 * Sets the price of a send aside, in the transaction of the send. Until that ends, other sends of the
 * organisation wait here, so what is counted after it can not change underfoot.
 */
export const holdCredit = async (
  tx: Database,
  charge: Parameters<typeof insertHold>[1],
): Promise<Result<null, Failure>> =>
  (await insertHold(tx, charge))
    ? ok(null)
    : err({
        code: 'otp-insufficient-balance',
        detail: `Not enough OTP credit: this costs ${formatCredits(charge.amountMicro)}. Tell your admin.`,
      })

/** Sets a price aside and pays it at once, in the transaction of what it is for, if there is so much. */
export const payAtOnce = async (
  tx: Database,
  charge: Parameters<typeof insertHold>[1],
  captureId: string,
): Promise<Result<null, Failure>> => {
  const held = await holdCredit(tx, charge)
  if (held.ok) await insertCapture(tx, { ...charge, id: captureId })
  return held
}

/**
 * What codes have cost an organisation since a time, in millionths: what is set aside and paid, less
 * what came back. Exact in the transaction of a send, after its hold.
 */
export const sumHeldSince: typeof sumHeld = sumHeld
