import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Session } from '#contract/session-contract.ts'
import { api } from './api.ts'
import { call } from './api-client.ts'
import { ApiError } from './api-error.ts'

/** Asks the server who is signed in; null when nobody is. */
export const fetchSession = async (): Promise<Session | null> => {
  try {
    return await call(api.v1.session.$get())
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-signed-in') return null
    throw error
  }
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: 5 * 60_000,
})

/** Who is signed in; only below the sign-in guard, which has fetched it. */
export const useSession = (): Session => {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data === null) throw new Error('useSession is for screens below the sign-in guard')
  return data
}
