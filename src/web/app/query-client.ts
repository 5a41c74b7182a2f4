import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from '#web/shared/api-error.ts'

const isWorthRetrying = (error: unknown): boolean =>
  error instanceof ApiError && (error.status >= 500 || error.code === 'offline')

/** Makes the cache of what the server said. `onSignedOut` is called when a session has ended. */
export const createQueryClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.code === 'not-signed-in') onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        // Offline is an answer too: say so instead of waiting in silence.
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => failures < 1 && isWorthRetrying(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
