import type { Failure } from '#contract/failure.ts'
import type { TopUp, TopUpList } from '#contract/top-up-contract.ts'
import { priceTopUp } from '#domain/billing/top-up.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { getCurrency } from '#server/billing/billing-settings-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import type { CheckoutState, PaymentProvider } from './payment-provider.ts'
import { applyCheckoutState, settlePayment } from './settle-payment-service.ts'
import { toTopUp } from './to-top-up.ts'
import type { TopUpDependencies } from './top-up-dependencies.ts'
import {
  endTopUp,
  findTopUp,
  getOrganisationName,
  insertTopUp,
  listTopUps,
  setCheckout,
  setDeclined,
  type TopUpRow,
} from './top-up-repo.ts'

const notFound = () => err<Failure>({ code: 'not-found', detail: 'There is no such top-up.' })

const unavailable = (detail: string) => err<Failure>({ code: 'payment-unavailable', detail })

/** A page of the top-ups of an organisation, newest first, and what it would pay in. */
export const listOwnTopUps = async (
  context: Context,
  { payments, printInvoice }: TopUpDependencies,
  actor: Actor,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Result<TopUpList, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const filter = { limit: limit + 1, after: after.value }
  const rows = await listTopUps(context.db, actor.organizationId, filter)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return ok({
    items: items.map(toTopUp),
    nextCursor: last ? formatCursor({ time: last.createdAt, id: last.id }) : null,
    currency: await getCurrency(context, actor),
    canPay: payments !== undefined,
    hasInvoices: printInvoice !== undefined,
  })
}

/** One top-up of the organisation. */
export const getTopUp = async (
  { db }: Context,
  { organizationId }: Actor,
  topUpId: string,
): Promise<Result<TopUp, Failure>> => {
  const row = await findTopUp(db, organizationId, topUpId)
  return row === undefined ? notFound() : ok(toTopUp(row))
}

/** Orders credits and says where they are paid; an organisation has one open order at a time. */
export const orderTopUp = async (
  context: Context,
  dependencies: TopUpDependencies,
  actor: Actor,
  { credits }: { credits: number },
): Promise<Result<TopUp, Failure>> => {
  const { db, clock, newId } = context
  const { payments } = dependencies
  if (payments === undefined) return unavailable('Payments are not set up here.')
  const { provider } = payments
  const price = priceTopUp(credits, await getCurrency(context, actor))
  const row = await insertTopUp(db, {
    ...{ id: newId(), organizationId: actor.organizationId, credits, ...price },
    ...{ status: 'open', provider: provider.name, orderedBy: actor.userName },
    billedTo: await getOrganisationName(db, actor.organizationId),
    createdAt: new Date(clock.now()),
  })
  if (row === undefined) {
    const detail = 'Another top-up is open: pay or cancel it first.'
    return err({ code: 'top-up-open', detail })
  }
  return openCheckout(context, dependencies, provider, row)
}

/** Asks for the page on which an order is paid. An order that can't be paid is none. */
const openCheckout = async (
  { db }: Context,
  { logger }: TopUpDependencies,
  provider: PaymentProvider,
  row: TopUpRow,
): Promise<Result<TopUp, Failure>> => {
  const { id: topUpId, credits, totalMinor } = row
  const { currency } = toTopUp(row)
  try {
    const checkout = await provider.startCheckout({ topUpId, credits, currency, totalMinor })
    const updated = await setCheckout(db, topUpId, checkout)
    return updated === undefined ? notFound() : ok(toTopUp(updated))
  } catch (error) {
    logger.error({ err: error, topUpId }, 'a checkout could not be started')
    await endTopUp(db, topUpId, 'cancelled')
    return unavailable(
      'The payment provider does not answer. Nothing was ordered: try again later.',
    )
  }
}

/** A way to ask a provider about a checkout, and what a top-up is when that has ended. */
const asking =
  (
    ended: 'cancelled' | 'expired',
    ask: (provider: PaymentProvider, checkoutId: string) => Promise<CheckoutState>,
  ) =>
  async (
    context: Context,
    { payments, logger }: TopUpDependencies,
    actor: Actor,
    topUpId: string,
  ): Promise<Result<TopUp, Failure>> => {
    const row = await findTopUp(context.db, actor.organizationId, topUpId)
    if (row === undefined) return notFound()
    if (row.status !== 'open') return ok(toTopUp(row))
    // An order without a checkout was cut short before anybody could pay it.
    const { checkoutId } = row
    try {
      const state =
        payments === undefined || checkoutId === null
          ? 'expired'
          : await ask(payments.provider, checkoutId)
      await applyCheckoutState(context, logger, { topUpId, state, ended })
    } catch (error) {
      logger.error({ err: error, topUpId }, 'the payment provider does not answer')
      return unavailable('The payment provider does not answer. Try again later.')
    }
    return getTopUp(context, actor, topUpId)
  }

/** Gives an order up, unless it turns out to be paid: then it is, and says so. */
export const cancelTopUp = asking('cancelled', (provider, id) => provider.endCheckout(id))

/** Asks the provider what became of an order, for who comes back before its webhook does. */
export const refreshTopUp = asking('expired', (provider, id) => provider.lookUp(id))

/** Plays a try to pay in the sandbox, in which no money moves. */
export const playPayment = async (
  context: Context,
  { payments, logger }: TopUpDependencies,
  actor: Actor,
  { topUpId, outcome }: { topUpId: string; outcome: 'pay' | 'decline' },
): Promise<Result<TopUp, Failure>> => {
  const row = await findTopUp(context.db, actor.organizationId, topUpId)
  if (row === undefined || payments?.provider.name !== 'sandbox' || row.provider !== 'sandbox') {
    return notFound()
  }
  if (row.status !== 'open') {
    return err({ code: 'top-up-ended', detail: `This top-up is ${row.status}.` })
  }
  const { totalMinor: paidMinor, currency } = row
  if (outcome === 'pay') await settlePayment(context, logger, { topUpId, paidMinor, currency })
  else await setDeclined(context.db, topUpId)
  return getTopUp(context, actor, topUpId)
}
