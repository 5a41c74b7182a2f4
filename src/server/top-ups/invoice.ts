import type { TopUp } from '#contract/top-up-contract.ts'
import { formatMinor } from '#domain/shared/money.ts'

/** A paid top-up as its invoice shows it: text that is ready to be printed. */
export interface Invoice {
  number: string
  date: string
  billedTo: string
  orderedBy: string
  lines: readonly { text: string; amount: string }[]
  total: string
}

/** The invoice of a paid top-up; nothing while it is not paid. */
export const toInvoice = (topUp: TopUp, billedTo: string): Invoice | undefined => {
  const { invoiceNumber, paidAt, credits, currency, netMinor, taxPercent, taxMinor } = topUp
  if (invoiceNumber === null || paidAt === null) return undefined
  const tax = { text: `Value-added tax, ${taxPercent} %`, amount: formatMinor(taxMinor, currency) }
  return {
    number: invoiceNumber,
    date: paidAt.slice(0, 10),
    billedTo,
    orderedBy: topUp.orderedBy,
    lines: [
      {
        text: `${credits.toLocaleString('en')} OTP credits`,
        amount: formatMinor(netMinor, currency),
      },
      ...(taxPercent > 0 ? [tax] : []),
    ],
    total: formatMinor(topUp.totalMinor, currency),
  }
}
