/** An organisation's own accounts are the first two; the others are the platform's. */
export type LedgerAccount = 'available' | 'reserved' | 'revenue' | 'top_ups' | 'adjustments'

/** How a code is paid for: set aside; then paid or given back; given back after all. */
export type ChargePosting = 'hold' | 'capture' | 'release' | 'refund'

/** An amount that moves from one account to another: what one gives, the other gets. */
export interface Movement {
  from: LedgerAccount
  to: LedgerAccount
}

/** Between which accounts each posting moves its amount. */
export const movements = {
  hold: { from: 'available', to: 'reserved' },
  capture: { from: 'reserved', to: 'revenue' },
  release: { from: 'reserved', to: 'available' },
  refund: { from: 'revenue', to: 'available' },
  'top-up': { from: 'top_ups', to: 'available' },
  adjustment: { from: 'adjustments', to: 'available' },
} as const satisfies Record<string, Movement>

export type EntryKind = keyof typeof movements

/** Every kind of entry. */
export const entryKinds = Object.keys(movements) as [EntryKind, ...EntryKind[]]

const steps: Record<ChargePosting, string> = {
  hold: 'hold',
  // One key for both: a hold is captured or released, never both.
  capture: 'settle',
  release: 'settle',
  refund: 'refund',
}

/** The key under which a posting for a challenge is booked at most once. */
export const chargeKey = (kind: ChargePosting, challengeId: string): string =>
  `${steps[kind]}:${challengeId}`

/** What a movement does to Available Credits. */
export const effectOnAvailable = ({ from, to }: Movement, amountMicro: bigint): bigint => {
  if (to === 'available') return amountMicro
  return from === 'available' ? -amountMicro : 0n
}
