import { CloudOff, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ApiError, toMessage } from './api-error.ts'

interface ErrorPanelProps {
  error: unknown
  onRetry?: () => void
  /** Where to go instead, on a screen that shows nothing else. */
  wayOut?: ReactNode
}

/** In the place of something that could not be fetched: why, and a way to try again. */
export const ErrorPanel = ({ error, onRetry, wayOut }: ErrorPanelProps) => {
  const offline = error instanceof ApiError && error.code === 'offline'
  const missing = error instanceof ApiError && error.code === 'not-found'
  return (
    <div role="alert">
      <EmptyState
        icon={offline ? CloudOff : TriangleAlert}
        title={offline ? 'You are offline' : missing ? 'Not found' : 'This could not be loaded'}
        action={
          <>
            {onRetry && !missing && <Button onClick={onRetry}>Try again</Button>}
            {wayOut}
          </>
        }
      >
        {missing ? 'It may have been deleted, or the address is wrong.' : toMessage(error)}
      </EmptyState>
    </div>
  )
}
