import type { BillingCurrency } from '#domain/billing/credit-price.ts'

/** What is to be paid. */
export interface Order {
  topUpId: string
  credits: number
  currency: BillingCurrency
  /** Minor units, with tax. */
  totalMinor: number
}

/** A page of the provider on which an order is paid. */
export interface Checkout {
  checkoutId: string
  url: string
}

/** What a provider says about a checkout. */
export type CheckoutState = 'open' | 'expired' | { paidMinor: number; currency: string }

/** Who takes the money. Each call throws when the provider can't be reached or refuses. */
export interface PaymentProvider {
  name: 'stripe' | 'sandbox'
  /** Makes a page for an order; again for the same order, the same page. */
  startCheckout(order: Order): Promise<Checkout>
  /** Ends a checkout, unless it is paid already: then it says so. */
  endCheckout(checkoutId: string): Promise<CheckoutState>
  lookUp(checkoutId: string): Promise<CheckoutState>
}
