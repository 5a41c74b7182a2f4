import type { FlowVersion } from '#contract/flow-contract.ts'

interface VersionRow {
  version: number
  revision: number
  publishedAt: Date
  publishedBy: string
}

/** A version as lists answer it. */
export const toFlowVersion = ({
  version,
  revision,
  publishedAt,
  publishedBy,
}: VersionRow): FlowVersion => ({
  version,
  revision,
  publishedAt: publishedAt.toISOString(),
  publishedBy,
})
