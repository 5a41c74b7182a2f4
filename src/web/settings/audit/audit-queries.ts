import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'

/** Which entries of the trail are wanted, as the API takes it. */
export type AuditFilter = Omit<
  NonNullable<Parameters<typeof api.v1.audit.$get>[0]['query']>,
  'cursor' | 'limit'
>

/** Who did what, newest first, page by page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      call(
        api.v1.audit.$get({
          query: { ...filter, ...(pageParam !== null && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
