import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'

export const balanceQuery = queryOptions({
  queryKey: ['balance'],
  queryFn: () => call(api.v1.billing.balance.$get()),
  refetchInterval: 10_000,
})

/** What moved the balance, newest first, page by page. */
export const ledgerQuery = infiniteQueryOptions({
  queryKey: ['ledger'],
  queryFn: ({ pageParam }) =>
    call(api.v1.billing.ledger.$get({ query: pageParam === null ? {} : { cursor: pageParam } })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  refetchInterval: 10_000,
})
