import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import {
  type Parser,
  Redirect,
  Router,
  type RouterOptions,
  useLocation,
  useRouter,
  useSearch,
} from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Session } from '#contract/session-contract.ts'
import { PreloadContext } from '#web/shared/link.tsx'
import { CurrentScreen, guessShell } from './current-screen.tsx'
import { NotFoundScreen } from './error-screen.tsx'
import { RootLayout } from './root-layout.tsx'
import { findRoute } from './routes.tsx'
import { canOpen, landingOf, safeNext } from './screen-access.ts'
import { SessionGate } from './session-gate.tsx'

/** The mock is a folder of static files: only what follows the # can be opened anew. */
const hashRouting: RouterOptions = {
  hook: useHashLocation,
  // Else the search of one address would stay for the next.
  aroundNav: (navigate, to, options) => navigate(to.includes('?') ? to : `${to}?`, options),
}

/** The app at its present address. */
export const AppRouter = () => (
  <Router {...(import.meta.env.VITE_API === 'mock' && hashRouting)}>
    <RootLayout>
      <Preloading />
    </RootLayout>
  </Router>
)

/** Lets links fetch the screen that they lead to. */
const Preloading = () => {
  const { parser } = useRouter()
  const preload = useCallback(
    (href: string) => {
      const preloading = findRoute(parser, href)?.route.screen.preload()
      // Who then goes there is told about it.
      preloading?.catch(() => undefined)
    },
    [parser],
  )
  return (
    <PreloadContext value={preload}>
      <Addresses />
    </PreloadContext>
  )
}

const Addresses = () => {
  const { parser } = useRouter()
  const [path] = useLocation()
  const search = useSearch()
  const arrivedAt = useRef<string>(undefined)
  const found = findRoute(parser, path)
  usePrefetched(parser, path)
  if (found === undefined && path !== '/') return <NotFoundScreen />
  return (
    <SessionGate>
      {(session) => {
        const to = redirectOf(session, found?.route.path ?? path, path, search)
        // The key: a redirect that leads to a redirect is another one.
        if (to !== undefined) return <Redirect key={to} to={to} replace />
        return found && <CurrentScreen path={path} arrivedAt={arrivedAt} {...found} />
      }}
    </SessionGate>
  )
}

/** Fetches the code and the data of an address while it is still asked who is signed in. */
const usePrefetched = (parser: Parser, path: string): void => {
  const client = useQueryClient()
  useEffect(() => {
    const found = findRoute(parser, path)
    if (found === undefined) return
    const { route, params } = found
    // First the data: asking for dozens of files takes the browser a while.
    route.prefetch?.(client, params)
    const needed = route.isFullScreen ? [route.screen] : [guessShell(path), route.screen]
    // Who then needs it is told about a failure.
    for (const code of needed) code.preload().catch(() => undefined)
  }, [parser, path, client])
}

/** Where to go instead: to sign in, or to a screen that the role may open. */
const redirectOf = (
  session: Session | null,
  pattern: string,
  path: string,
  search: string,
): string | undefined => {
  // Who comes by such a link has no account yet.
  if (pattern === '/invitation') return undefined
  if (pattern === '/sign-in') {
    return session ? safeNext(new URLSearchParams(search).get('next'), session.role) : undefined
  }
  if (session === null) {
    if (pattern === '/') return '/sign-in'
    const next = search === '' ? path : `${path}?${search}`
    return `/sign-in?${new URLSearchParams({ next })}`
  }
  const isOpen = pattern !== '/' && canOpen(session.role, pattern)
  return isOpen ? undefined : landingOf(session.role)
}
