import { type ReactNode, type RefObject, useEffect } from 'react'
import { useSession } from '#web/shared/session.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { PendingScreen } from './error-screen.tsx'
import { lazyScreen, useFetched } from './lazy-screen.tsx'
import { focusMain } from './root-layout.tsx'
import type { FoundRoute } from './routes.tsx'

const WorkShell = lazyScreen(async () => (await import('./work-shell.tsx')).WorkShell)
const OfficeShell = lazyScreen(async () => (await import('./office-shell.tsx')).OfficeShell)

/** What is probably around the screen of an address, before it is known who is signed in. */
export const guessShell = (path: string) => (path.startsWith('/work') ? WorkShell : OfficeShell)

interface CurrentScreenProps extends FoundRoute {
  path: string
  /** The last screen that was there. */
  arrivedAt: RefObject<string | undefined>
}

/** The screen of an address, in the shell or without it. The shell stays from screen to screen. */
export const CurrentScreen = (props: CurrentScreenProps) => {
  const { path, route } = props
  const screen = (
    <ErrorBoundary path={path}>
      <Screen key={path} {...props} />
    </ErrorBoundary>
  )
  if (route.isFullScreen) return screen
  return (
    <ErrorBoundary path={path}>
      <Shell>{screen}</Shell>
    </ErrorBoundary>
  )
}

/** What is around a screen that does not fill the window. */
const Shell = ({ children }: { children: ReactNode }) => {
  const Chosen = useSession().role === 'field_user' ? WorkShell : OfficeShell
  return useFetched(Chosen) ? <Chosen>{children}</Chosen> : <PendingScreen />
}

const Screen = ({ path, arrivedAt, route, params }: CurrentScreenProps) => {
  const isHere = useFetched(route.screen)
  useEffect(() => {
    if (!isHere) return
    // The focus moves along when a screen is there; the first one keeps the browser's own.
    const isFirst = arrivedAt.current === undefined || arrivedAt.current === path
    arrivedAt.current = path
    if (!isFirst) requestAnimationFrame(focusMain)
  }, [isHere, path, arrivedAt])
  return isHere ? route.render(params) : <PendingScreen />
}
