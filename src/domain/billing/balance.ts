/** How much credit there is, as far as people have to be told. */
export type BalanceLevel = 'enough' | 'low' | 'empty'

/** Where nothing else is set: 100 credits. */
export const usualLowBalanceMicro = 100_000_000n

/** With less than one credit hardly a code can be sent. */
const oneCreditMicro = 1_000_000n

/** What to call a balance, in millionths: empty below one credit, low below what the organisation set. */
export const toBalanceLevel = (availableMicro: bigint, lowBalanceMicro: bigint): BalanceLevel => {
  if (availableMicro < oneCreditMicro) return 'empty'
  return availableMicro < lowBalanceMicro ? 'low' : 'enough'
}

/** Whether people have to be told: only when it gets worse. */
export const isWorse = (level: BalanceLevel, than: BalanceLevel): boolean =>
  severity[level] > severity[than]

const severity: Record<BalanceLevel, number> = { enough: 0, low: 1, empty: 2 }

/**
 * How many whole days credit lasts when it is spent as it was in a number of days; nothing when none
 * was spent.
 */
export const countDaysLeft = (
  availableMicro: bigint,
  spentMicro: bigint,
  days: number,
): number | null => (spentMicro <= 0n ? null : Number((availableMicro * BigInt(days)) / spentMicro))
