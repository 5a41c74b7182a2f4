/** How what one run costs changes from one version of a flow to the next. */
export type RunChange =
  /** Neither sends a code. */
  | { kind: 'free' }
  | { kind: 'same' }
  /** There was nothing before to compare with: no version, or one that cost nothing. */
  | { kind: 'new' }
  | { kind: 'free-now' }
  /** By whole per cent, at least 1. */
  | { kind: 'cheaper' | 'dearer'; percent: number }

/** Compares what the same runs cost before and after, in millionths; `before` is null without a version. */
export const compareRuns = (before: bigint | null, after: bigint): RunChange => {
  if (after === 0n)
    return before === null || before === 0n ? { kind: 'free' } : { kind: 'free-now' }
  if (before === null || before === 0n) return { kind: 'new' }
  if (after === before) return { kind: 'same' }
  const difference = after > before ? after - before : before - after
  const percent = Number((difference * 200n + before) / (before * 2n))
  // What is cheaper, but not free, is not "100 % cheaper".
  const kind = after < before ? 'cheaper' : 'dearer'
  const most = kind === 'cheaper' ? 99 : Number.POSITIVE_INFINITY
  return { kind, percent: Math.min(most, Math.max(1, percent)) }
}
