import { createInvoicePrinter } from './print-invoice.ts'
import { sandboxPayments } from './sandbox-payments.ts'
import { createStripePayments } from './stripe-payments.ts'
import type { Payments, TopUpDependencies } from './top-up-dependencies.ts'

interface TopUpSettings {
  STRIPE_SECRET_KEY?: string | undefined
  STRIPE_WEBHOOK_SECRET?: string | undefined
  STRIPE_API_URL: string
  INVOICE_SELLER: string
  DEMO: boolean
}

const choosePayments = (env: TopUpSettings, publicUrl: string): Payments | undefined => {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env
  if (secretKey !== undefined && webhookSecret !== undefined) {
    const apiUrl = env.STRIPE_API_URL
    return createStripePayments({ secretKey, webhookSecret, apiUrl, publicUrl })
  }
  // Outside the demo a payment without money would give credit away.
  return env.DEMO ? { provider: sandboxPayments } : undefined
}

/** Who takes the money on this server, and how invoices are made. */
export const createTopUps = (
  env: TopUpSettings,
  publicUrl: string,
): Omit<TopUpDependencies, 'logger'> => ({
  payments: choosePayments(env, publicUrl),
  printInvoice: createInvoicePrinter(env.INVOICE_SELLER),
})
