import { type RefObject, Suspense, useEffect } from 'react'
import { ErrorBoundary } from './error-boundary.tsx'
import { PendingScreen } from './error-screen.tsx'
import { lazyScreen } from './lazy-screen.tsx'
import { focusMain } from './root-layout.tsx'
import type { FoundRoute } from './routes.tsx'

const AppShell = lazyScreen(async () => (await import('./app-shell.tsx')).AppShell)

interface Arriving {
  path: string
  /** The last screen that was there. */
  arrivedAt: RefObject<string | undefined>
}

interface CurrentScreenProps extends FoundRoute, Arriving {}

/** The screen of an address, in the shell or without it. The shell stays from screen to screen. */
export const CurrentScreen = ({ path, arrivedAt, route, params }: CurrentScreenProps) => {
  useEffect(() => {
    // At the same time as the shell, not after it. Who then needs it is told about a failure.
    route.preload().catch(() => undefined)
  }, [route])
  const screen = (
    <ErrorBoundary path={path}>
      <Suspense key={path} fallback={<PendingScreen />}>
        <Arrival path={path} arrivedAt={arrivedAt} />
        {route.render(params)}
      </Suspense>
    </ErrorBoundary>
  )
  if (route.isFullScreen) return screen
  return (
    <ErrorBoundary path={path}>
      <Suspense fallback={<PendingScreen />}>
        <AppShell>{screen}</AppShell>
      </Suspense>
    </ErrorBoundary>
  )
}

/** Moves the focus along when a screen is there; the first one keeps the browser's own. */
const Arrival = ({ path, arrivedAt }: Arriving) => {
  useEffect(() => {
    const isFirst = arrivedAt.current === undefined || arrivedAt.current === path
    arrivedAt.current = path
    if (!isFirst) requestAnimationFrame(focusMain)
  }, [path, arrivedAt])
  return null
}
