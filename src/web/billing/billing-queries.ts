import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'

export const balanceQuery = queryOptions({
  queryKey: ['balance'],
  queryFn: () => call(api.v1.billing.balance.$get()),
  refetchInterval: 10_000,
})

/** Which entries of the ledger are wanted, as the API takes it. */
export type LedgerFilter = Omit<
  NonNullable<Parameters<typeof api.v1.billing.ledger.$get>[0]['query']>,
  'cursor' | 'limit'
>

/** What moved the balance, newest first, page by page. */
export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['ledger', filter],
    queryFn: ({ pageParam }) =>
      call(
        api.v1.billing.ledger.$get({
          query: { ...filter, ...(pageParam !== null && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })

/** Whence an entry. */
export const ledgerStoryQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['ledger-story', entryId],
    queryFn: () => call(api.v1.billing.ledger[':entryId'].$get({ param: { entryId } })),
  })

/** The flows, workers and countries to choose from. */
export const usageNamesQuery = queryOptions({
  queryKey: ['usage-names'],
  queryFn: () => call(api.v1.billing.usage.names.$get()),
  staleTime: 60_000,
})
