import { topUp } from '#server/billing/ledger-service.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Logger } from '#server/platform/logger.ts'
import type { CheckoutState } from './payment-provider.ts'
import {
  countInvoice,
  endTopUp,
  listOpenTopUpsAcrossOrgs,
  lockTopUpAcrossOrgs,
  setPaid,
  type TopUpRow,
} from './top-up-repo.ts'

/** Money that a provider says it has taken. */
export interface Payment {
  topUpId: string
  /** Minor units, with tax. */
  paidMinor: number
  /** ISO 4217, in any case. */
  currency: string
}

const microPerCredit = 1_000_000n

const book = async (tx: Database, { clock, newId }: Context, row: TopUpRow): Promise<void> => {
  const now = clock.now()
  const year = new Date(now).getUTCFullYear()
  const number = String(await countInvoice(tx, year)).padStart(5, '0')
  const paid = { paidAt: new Date(now), invoiceNumber: `SANDI-${year}-${number}` }
  await setPaid(tx, row.id, paid)
  await topUp(tx, {
    id: newId(),
    organizationId: row.organizationId,
    amountMicro: BigInt(row.credits) * microPerCredit,
    key: row.id,
    description: `Top-up, invoice ${paid.invoiceNumber}`,
    now,
  })
}

/**
 * Books a payment: credits, invoice number and status in one transaction, once however often it is
 * said. A top-up that was given up meanwhile is paid all the same. What is not the price that was
 * ordered is left to people: it is logged and nothing is booked. Whether it is paid now.
 */
export const settlePayment = (
  context: Context,
  logger: Logger,
  { topUpId, paidMinor, currency }: Payment,
): Promise<boolean> =>
  context.db.transaction(async (tx) => {
    const row = await lockTopUpAcrossOrgs(tx, topUpId)
    if (row === undefined) {
      logger.error({ topUpId }, 'a payment for a top-up that is not there')
      return false
    }
    if (row.status === 'paid') return true
    if (paidMinor !== row.totalMinor || currency.toUpperCase() !== row.currency) {
      const { totalMinor } = row
      logger.error({ topUpId, paidMinor, currency, totalMinor }, 'a payment of another amount')
      return false
    }
    await book(tx, context, row)
    return true
  })

/** Brings a top-up up to date with what the provider says about its checkout. */
export const applyCheckoutState = async (
  context: Context,
  logger: Logger,
  notice: { topUpId: string; state: CheckoutState; ended: 'cancelled' | 'expired' },
): Promise<void> => {
  const { topUpId, state, ended } = notice
  if (state === 'expired') await endTopUp(context.db, topUpId, ended)
  else if (state !== 'open') await settlePayment(context, logger, { topUpId, ...state })
}

/** Asks the provider about every top-up that is still open: for webhooks that were lost. How many. */
export const refreshOpenTopUps = async (
  context: Context,
  logger: Logger,
  lookUp: (checkoutId: string) => Promise<CheckoutState>,
): Promise<number> => {
  const open = await listOpenTopUpsAcrossOrgs(context.db)
  for (const { id: topUpId, checkoutId } of open) {
    const state = checkoutId === null ? 'expired' : await lookUp(checkoutId)
    await applyCheckoutState(context, logger, { topUpId, state, ended: 'expired' })
  }
  return open.length
}
