/** What the product may cost. The counts are also kept by `e2e/budgets.spec.ts`; times only here. */
export const budgets = {
  /** Bytes of JavaScript after gzip, by route. */
  scripts: { firstRoute: 130_000, builder: 300_000, work: 120_000 },
  /** Page nodes rendered again when one setting of a component is edited, at 200 pages. */
  renderedPages: 1,
  /** Elements of the opened Flow Builder, at 200 pages. */
  elements: 8_000,
  /** How many times as long as the bare React Flow page the Flow Builder takes, at 200 pages. */
  openingRatio: 1.5,
  /** Milliseconds between two frames of a drag, 95th percentile, at 200 pages. */
  dragFrame: 20,
} as const
