import type { PaymentProvider } from './payment-provider.ts'

/** Payments in which no money moves, on a page of this app. What is paid is known here at once. */
export const sandboxPayments: PaymentProvider = {
  name: 'sandbox',
  startCheckout: async ({ topUpId }) => ({
    checkoutId: `sandbox-${topUpId}`,
    url: `/billing/top-ups/${topUpId}/pay`,
  }),
  endCheckout: async () => 'expired',
  lookUp: async () => 'open',
}
