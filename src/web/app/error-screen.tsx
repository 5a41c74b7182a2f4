import { Compass, TriangleAlert } from 'lucide-react'
import { ApiError } from '#web/shared/api-error.ts'
import { ErrorPanel } from '#web/shared/error-panel.tsx'
import { Link } from '#web/shared/link.tsx'
import { useDocumentTitle } from '#web/shared/use-document-title.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Spinner } from '#web/ui/spinner.tsx'

const homeLink = (
  <Link href="/" className={buttonClass('primary')}>
    Go to the start
  </Link>
)

/** In the place of a screen that broke or could not be fetched. */
export const ErrorScreen = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  useDocumentTitle('Something went wrong')
  if (error instanceof ApiError) return <ErrorPanel error={error} onRetry={onRetry} />
  return (
    <main id="main" tabIndex={-1} role="alert" className="outline-none">
      <EmptyState
        icon={TriangleAlert}
        title="Something went wrong on our side"
        titleAs="h1"
        action={
          <>
            <Button onClick={() => location.reload()}>Reload the page</Button>
            {homeLink}
          </>
        }
      >
        What you saved is safe. Reload the page; if it happens again, tell your admin what you did.
      </EmptyState>
    </main>
  )
}

/** For an address that leads nowhere. */
export const NotFoundScreen = () => {
  useDocumentTitle('Not found')
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <EmptyState icon={Compass} title="There is no such page" titleAs="h1" action={homeLink}>
        The address may be old or mistyped.
      </EmptyState>
    </main>
  )
}

/** While the code of a screen is on its way; shows itself only when that takes a while. */
export const PendingScreen = () => (
  <div
    role="status"
    className="grid min-h-40 animate-fade-in [animation-delay:300ms] [animation-fill-mode:both] place-items-center text-muted"
  >
    <Spinner className="size-5" />
    <span className="sr-only">Loading</span>
  </div>
)
