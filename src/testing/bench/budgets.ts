/** The sizes of flow that are measured, in pages of four components each. */
export const benchSizes = [50, 200, 500] as const

/** One budget for each of `benchSizes`. */
type BySize = readonly [number, number, number]

/** What the product may cost. The counts are also kept by `e2e/budgets.spec.ts`; times only here. */
export const budgets = {
  /** Bytes of JavaScript after gzip, by route. */
  scripts: { firstRoute: 130_000, builder: 300_000, work: 120_000 },
  /** Page nodes rendered again when one setting of a component is edited. */
  renderedPages: [1, 1, 1] satisfies BySize,
  /** Elements of the opened Flow Builder. */
  elements: [4_000, 8_000, 10_000] satisfies BySize,
  /** How many times as long as the bare React Flow page the Flow Builder takes to be opened. */
  openingRatio: [1.5, 1.5, 1.5] satisfies BySize,
  /** The 95th percentile of frames while something is dragged or the view moves, as a ratio to it. */
  frameRatio: [1.2, 1, 1] satisfies BySize,
  /** Milliseconds between two frames of a drag, 95th percentile. */
  dragFrame: [20, 20, 20] satisfies BySize,
  /** Milliseconds from a keystroke, or from undo, until it is painted. */
  paint: [16, 16, 32] satisfies BySize,
  /** Milliseconds for a page of the ledger or the usage of a month, with 1,000,000 entries. */
  question: 200,
  /** Milliseconds from a keystroke in the search of the rates until it is painted. */
  rateFilter: 16,
  /** Milliseconds to find all problems of a flow, and again after one edit. */
  problems: [10, 40, 120] satisfies BySize,
  problemsAfterEdit: [1, 2, 4] satisfies BySize,
} as const

/**
 * The least by which two ratios of frames differ: Chromium tells the time of frames in steps of 0.1 ms, so
 * that of two equal ones of 1/60 s one is told to be longer as often as not.
 */
export const frameRatioStep = 0.1 / (1_000 / 60)
