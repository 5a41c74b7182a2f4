import type { FlowVersion } from '#contract/flow-contract.ts'

interface VersionRow {
  version: number
  revision: number
  name: string
  note: string
  publishedAt: Date
  publishedBy: string
}

/** A version as lists answer it. */
export const toFlowVersion = ({ publishedAt, ...row }: VersionRow): FlowVersion => ({
  version: row.version,
  revision: row.revision,
  name: row.name,
  note: row.note,
  publishedAt: publishedAt.toISOString(),
  publishedBy: row.publishedBy,
})
