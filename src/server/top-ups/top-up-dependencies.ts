import type { Logger } from '#server/platform/logger.ts'
import type { Invoice } from './invoice.ts'
import type { CheckoutState, PaymentProvider } from './payment-provider.ts'

/** What a provider tells by itself about a checkout. */
export interface PaymentNotice {
  topUpId: string
  state: CheckoutState
}

/**
 * Reads a notice, signed over its very bytes; nothing when the signature is not the provider's, and
 * `irrelevant` when it is about something else.
 */
export type ReadNotice = (
  body: string,
  signature: string,
) => Promise<PaymentNotice | 'irrelevant' | undefined>

/** Who takes the money, and how that is told. */
export interface Payments {
  provider: PaymentProvider
  /** Only where the provider sends notices. */
  readNotice?: ReadNotice
}

/** What top-ups need besides the context. */
export interface TopUpDependencies {
  /** Nothing where nobody takes the money: then credit can't be bought here. */
  payments: Payments | undefined
  /** Makes a PDF; nothing in a browser, which has no means for it. */
  printInvoice: ((invoice: Invoice) => Promise<Uint8Array<ArrayBuffer>>) | undefined
  logger: Logger
}
