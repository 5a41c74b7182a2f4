/** An organisation's own accounts are the first two; the others are the platform's. */
export type LedgerAccount = 'available' | 'reserved' | 'revenue' | 'top_ups' | 'adjustments'

export type PostingKind = 'hold' | 'capture' | 'release' | 'refund' | 'top-up' | 'adjustment'

/** An amount that moves from one account to another: what one gives, the other gets. */
export interface Posting {
  kind: PostingKind
  from: LedgerAccount
  to: LedgerAccount
  /** Millionths of a credit, above zero. */
  amountMicro: bigint
  challengeId: string | null
  /** Posting twice under one key moves the amount once. */
  idempotencyKey: string
  /** For people. */
  description: string
}

/** What a send costs and for whom it is. */
export interface Charge {
  challengeId: string
  amountMicro: bigint
  description: string
}

const routes = {
  hold: ['available', 'reserved'],
  capture: ['reserved', 'revenue'],
  release: ['reserved', 'available'],
  refund: ['revenue', 'available'],
} as const satisfies Partial<Record<PostingKind, readonly [LedgerAccount, LedgerAccount]>>

const toPosting = (kind: keyof typeof routes, step: string, charge: Charge): Posting => {
  const [from, to] = routes[kind]
  return { kind, from, to, ...charge, idempotencyKey: `${step}:${charge.challengeId}` }
}

/** Sets the price of a send aside. */
export const toHold = (charge: Charge): Posting => toPosting('hold', 'hold', charge)

/** Pays for a send that the provider accepted. A hold is captured or released, never both. */
export const toCapture = (charge: Charge): Posting => toPosting('capture', 'settle', charge)

/** Gives back what was set aside for a send that was not accepted. */
export const toRelease = (charge: Charge): Posting => toPosting('release', 'settle', charge)

/** Gives back what was paid for a send that the provider did not deliver and does not bill. */
export const toRefund = (charge: Charge): Posting => toPosting('refund', 'refund', charge)

/** Adds bought or given credit. */
export const toTopUp = (
  idempotencyKey: string,
  amountMicro: bigint,
  description: string,
): Posting => ({
  kind: 'top-up',
  from: 'top_ups',
  to: 'available',
  amountMicro,
  challengeId: null,
  idempotencyKey: `top-up:${idempotencyKey}`,
  description,
})

/** What a posting does to Available Credits. */
export const effectOnAvailable = ({
  from,
  to,
  amountMicro,
}: Pick<Posting, 'from' | 'to' | 'amountMicro'>): bigint =>
  to === 'available' ? amountMicro : from === 'available' ? -amountMicro : 0n
