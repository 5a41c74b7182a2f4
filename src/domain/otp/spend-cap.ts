import { day } from '#domain/shared/clock.ts'

/** When the day (UTC) began that a time is in. Both in milliseconds since the epoch. */
export const startOfDay = (now: number): number => now - (now % day)

/** How long, in milliseconds, until the next day (UTC). */
export const untilNextDay = (now: number): number => startOfDay(now) + day - now

/** Whether what the codes of a day cost, in millionths of a credit, is more than the cap in credits. */
export const isOverCap = (spentMicro: bigint, dailySpendCap: number | null): boolean =>
  dailySpendCap !== null && spentMicro > BigInt(dailySpendCap) * 1_000_000n
