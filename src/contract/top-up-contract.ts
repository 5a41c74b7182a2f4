import { z } from 'zod'
import { billingCurrencies } from '#domain/billing/credit-price.ts'
import { largestTopUp, smallestTopUp, topUpStatuses } from '#domain/billing/top-up.ts'
import { timestamp } from './list-schema.ts'

export const newTopUpSchema = z.strictObject({
  /** Whole credits. */
  credits: z.number().int().min(smallestTopUp).max(largestTopUp),
})

/** Credits that are bought. Amounts are in minor units of the currency (ISO 4217). */
export const topUpSchema = z
  .object({
    id: z.string(),
    credits: z.number().int(),
    currency: z.enum(billingCurrencies),
    netMinor: z.number().int(),
    taxPercent: z.number().int(),
    taxMinor: z.number().int(),
    totalMinor: z.number().int(),
    status: z.enum(topUpStatuses),
    provider: z.enum(['stripe', 'sandbox']),
    /** Where it is paid, while it is open; an address of this app in the sandbox. */
    checkoutUrl: z.string().nullable(),
    /** Whether the last try to pay was declined. */
    declined: z.boolean(),
    orderedBy: z.string(),
    createdAt: timestamp,
    paidAt: timestamp.nullable(),
    invoiceNumber: z.string().nullable(),
  })
  .meta({ id: 'TopUp' })

export const topUpListSchema = z.object({
  items: z.array(topUpSchema),
  nextCursor: z.string().nullable(),
  /** What credit is sold in here, and whether it can be bought at all. */
  currency: z.enum(billingCurrencies),
  canPay: z.boolean(),
  /** Whether paid top-ups have an invoice to be fetched. */
  hasInvoices: z.boolean(),
})

export const sandboxPaymentSchema = z.strictObject({ outcome: z.enum(['pay', 'decline']) })

export type TopUp = z.infer<typeof topUpSchema>
export type TopUpList = z.infer<typeof topUpListSchema>
