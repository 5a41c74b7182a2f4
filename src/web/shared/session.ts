import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Session } from '#contract/session-contract.ts'
import { api } from './api.ts'
import { call } from './api-client.ts'

/** Who is signed in. Fails with `not-signed-in` when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: (): Promise<Session> => call(api.v1.session.$get()),
  staleTime: 5 * 60_000,
})

/** Who is signed in; only below the sign-in guard, which has fetched it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data
