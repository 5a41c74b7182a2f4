import Stripe from 'stripe'
import type { CheckoutState, PaymentProvider } from './payment-provider.ts'
import type { Payments, ReadNotice } from './top-up-dependencies.ts'

/** What is needed to have Stripe take the money. */
export interface StripeSettings {
  secretKey: string
  webhookSecret: string
  /** Where Stripe's API is. */
  apiUrl: string
  /** Where people come back to. */
  publicUrl: string
}

const toState = ({ payment_status, status, amount_total, currency }: Stripe.Checkout.Session) => {
  if (payment_status === 'paid') return { paidMinor: amount_total ?? 0, currency: currency ?? '' }
  return status === 'expired' ? 'expired' : 'open'
}

const connect = ({ secretKey, apiUrl }: StripeSettings): Stripe => {
  const { hostname, port, protocol } = new URL(apiUrl)
  return new Stripe(secretKey, {
    ...{ host: hostname, protocol: protocol === 'http:' ? 'http' : 'https', telemetry: false },
    ...(port !== '' && { port }),
    ...{ timeout: 10_000, maxNetworkRetries: 1 },
  })
}

const createProvider = (stripe: Stripe, publicUrl: string): PaymentProvider => {
  const lookUp = async (checkoutId: string): Promise<CheckoutState> =>
    toState(await stripe.checkout.sessions.retrieve(checkoutId))
  return {
    name: 'stripe',
    lookUp,
    async startCheckout({ topUpId, credits, currency, totalMinor }) {
      const back = `${publicUrl}/billing/balance?top-up=${topUpId}`
      const name = `${credits.toLocaleString('en')} OTP credits`
      const { id, url } = await stripe.checkout.sessions.create(
        {
          ...{ mode: 'payment', client_reference_id: topUpId, metadata: { topUpId } },
          ...{ success_url: back, cancel_url: back },
          line_items: [
            {
              quantity: 1,
              price_data: {
                ...{ currency: currency.toLowerCase(), unit_amount: totalMinor },
                product_data: { name },
              },
            },
          ],
        },
        { idempotencyKey: `top-up-${topUpId}` },
      )
      if (url === null) throw new Error('Stripe answered without an address to pay at')
      return { checkoutId: id, url }
    },
    async endCheckout(checkoutId) {
      const state = await lookUp(checkoutId)
      if (state !== 'open') return state
      return toState(await stripe.checkout.sessions.expire(checkoutId))
    },
  }
}

const failures = new Set(['checkout.session.expired', 'checkout.session.async_payment_failed'])
const successes = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
])

/** What an event says about a top-up; another event of the account says nothing. */
const toNotice = ({ type, data }: Stripe.Event): Awaited<ReturnType<ReadNotice>> => {
  if (!failures.has(type) && !successes.has(type)) return 'irrelevant'
  const session = data.object as Stripe.Checkout.Session
  const topUpId = session.client_reference_id
  if (topUpId === null) return 'irrelevant'
  return { topUpId, state: failures.has(type) ? 'expired' : toState(session) }
}

/** Payments by Stripe Checkout. Stripe's notices are signed (docs.stripe.com/webhooks/signature). */
export const createStripePayments = (settings: StripeSettings): Payments => {
  const stripe = connect(settings)
  return {
    provider: createProvider(stripe, settings.publicUrl),
    async readNotice(body, signature) {
      try {
        const { webhookSecret } = settings
        return toNotice(await stripe.webhooks.constructEventAsync(body, signature, webhookSecret))
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined
        throw error
      }
    },
  }
}
