import type { FoundFlows } from '#contract/interchange-contract.ts'
import { api } from '../api.ts'
import { call } from '../api-client.ts'

const carrying = (content: Blob) => ({
  init: { body: content, headers: { 'content-type': 'application/json' } },
})

/** Says which flows a file holds; nothing is stored. Throws ApiError. */
export const previewFlowFile = (content: Blob): Promise<FoundFlows> =>
  // Hono's JSON types and zod's describe the same JSON in words that TypeScript can't compare.
  call(api.v1.flows.import.preview.$post({}, carrying(content))) as Promise<FoundFlows>

/** Makes a flow of one that a file holds. Throws ApiError. */
export const importFlowFile = (content: Blob, query: { flow: string; name: string }) =>
  call(api.v1.flows.import.$post({ query }, carrying(content)))
