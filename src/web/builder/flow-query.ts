import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'

/**
 * A flow with its document, as it is opened. Edits then live in the flow store, so the builder takes
 * the answer out of the cache when it closes.
 */
export const flowQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId],
    queryFn: () => call(api.v1.flows[':flowId'].$get({ param: { flowId } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
  })
