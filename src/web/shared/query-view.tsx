import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorPanel } from './error-panel.tsx'

interface QueryViewProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>
  /** Shown while there is nothing yet, in the shape of what will come. */
  loading: ReactNode
  children: (data: Data) => ReactNode
}

/** What a query has: its data (also while it is fetched anew), or why it has none. */
export const QueryView = <Data,>({ query, loading, children }: QueryViewProps<Data>) => {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div aria-busy="true">
      <span className="sr-only" role="status">
        Loading
      </span>
      {loading}
    </div>
  )
}
