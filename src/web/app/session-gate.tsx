import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Session } from '#contract/session-contract.ts'
import { sessionQuery } from '#web/shared/session.ts'
import { ErrorScreen, PendingScreen } from './error-screen.tsx'

/** Waits until it is known who is signed in; null is nobody. */
export const SessionGate = ({ children }: { children: (session: Session | null) => ReactNode }) => {
  const { data, error, refetch } = useQuery(sessionQuery)
  if (data !== undefined) return children(data)
  if (error) return <ErrorScreen error={error} onRetry={() => void refetch()} />
  return <PendingScreen />
}
