import type { QueryClient } from '@tanstack/react-query'
import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { ApiError } from '#web/shared/api-error.ts'
import { sessionQuery } from '#web/shared/session.ts'
import { ErrorScreen, NotFoundScreen, PendingScreen } from './error-screen.tsx'
import { RootLayout } from './root-layout.tsx'
import { canOpen, landingOf, safeNext } from './screen-access.ts'

interface RouterContext {
  queryClient: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: RootLayout })

/** Who is signed in; nothing when nobody is. */
const findSession = async ({ queryClient }: RouterContext) => {
  try {
    return await queryClient.ensureQueryData(sessionQuery)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-signed-in') return undefined
    throw error
  }
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    typeof next === 'string' ? { next } : {},
  beforeLoad: async ({ context, search }) => {
    const session = await findSession(context)
    if (session) throw redirect({ href: safeNext(search.next, session.role), replace: true })
  },
  component: lazyRouteComponent(() => import('#web/auth/sign-in-screen.tsx'), 'SignInScreen'),
})

/** Everything below is for who is signed in, in a role that the screen is for. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await findSession(context)
    if (session === undefined) {
      const next = location.pathname === '/' ? undefined : location.href
      throw redirect({ to: '/sign-in', search: next === undefined ? {} : { next } })
    }
    if (location.pathname === '/' || !canOpen(session.role, location.pathname)) {
      throw redirect({ to: landingOf(session.role), replace: true })
    }
  },
})

const homeRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/' })

const shellRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'shell',
  component: lazyRouteComponent(() => import('./app-shell.tsx'), 'AppShell'),
})

const flowsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows',
  component: lazyRouteComponent(() => import('#web/flows/flows-screen.tsx'), 'FlowsScreen'),
})

const tasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('#web/tasks/tasks-screen.tsx'), 'TasksScreen'),
})

const LazyTaskScreen = lazyRouteComponent(() => import('#web/tasks/task-screen.tsx'), 'TaskScreen')
const taskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks/$taskId',
  loader: () => LazyTaskScreen.preload?.(),
  component: () => <LazyTaskScreen {...taskRoute.useParams()} />,
})

const workRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/work',
  component: lazyRouteComponent(() => import('#web/task-run/work-screen.tsx'), 'WorkScreen'),
})

const ratesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/billing/rates',
  component: lazyRouteComponent(() => import('#web/billing/rates-screen.tsx'), 'RatesScreen'),
})

const balanceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/billing/balance',
  component: lazyRouteComponent(() => import('#web/billing/balance-screen.tsx'), 'BalanceScreen'),
})

const sandboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sandbox',
  component: lazyRouteComponent(() => import('#web/sandbox/sandbox-screen.tsx'), 'SandboxScreen'),
})

const LazyFlowBuilder = lazyRouteComponent(
  () => import('#web/builder/flow-builder-screen.tsx'),
  'FlowBuilderScreen',
)
const flowBuilderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/flows/$flowId',
  loader: () => LazyFlowBuilder.preload?.(),
  component: () => <LazyFlowBuilder {...flowBuilderRoute.useParams()} />,
})

const LazyDoTask = lazyRouteComponent(
  () => import('#web/task-run/do-task-screen.tsx'),
  'DoTaskScreen',
)
const doTaskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/work/$taskId',
  loader: () => LazyDoTask.preload?.(),
  component: () => <LazyDoTask {...doTaskRoute.useParams()} />,
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    homeRoute,
    flowBuilderRoute,
    doTaskRoute,
    shellRoute.addChildren([
      flowsRoute,
      tasksRoute,
      taskRoute,
      workRoute,
      ratesRoute,
      balanceRoute,
      sandboxRoute,
    ]),
  ]),
])

/** The addresses of the app; every screen is fetched when its address is near. */
export const createAppRouter = (context: RouterContext) =>
  createRouter({
    routeTree,
    context,
    // The mock is a folder of static files: only what follows the # can be opened anew.
    ...(import.meta.env.VITE_API === 'mock' && { history: createHashHistory() }),
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
    defaultPendingComponent: PendingScreen,
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFoundScreen,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
