import type { LedgerEntry } from '#contract/billing-contract.ts'
import type { BadgeTone } from '#web/ui/badge.tsx'

/** What kinds of entries are called. */
export const ledgerKinds: Record<LedgerEntry['kind'], { label: string; tone: BadgeTone }> = {
  hold: { label: 'Reserved', tone: 'neutral' },
  capture: { label: 'Charged', tone: 'accent' },
  release: { label: 'Given back', tone: 'success' },
  refund: { label: 'Refunded', tone: 'success' },
  'top-up': { label: 'Top-up', tone: 'success' },
  adjustment: { label: 'Adjustment', tone: 'warning' },
}
