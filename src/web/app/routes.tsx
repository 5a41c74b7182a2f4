import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { type DefaultParams, matchRoute, type Parser } from 'wouter'
import { flowQuery } from '#web/builder/flow-query.ts'
import { type Fetched, lazyScreen } from './lazy-screen.tsx'

interface AppRoute {
  path: string
  /** Without the shell around it. */
  isFullScreen: boolean
  screen: Fetched
  /** Asks for the data of the screen beside its code, not after it. */
  prefetch?: (client: QueryClient, params: DefaultParams) => void
  render: (params: DefaultParams) => ReactNode
}

const Auth = lazyScreen(async () => (await import('#web/auth/auth-screen.tsx')).AuthScreen)
const Flows = lazyScreen(async () => (await import('#web/flows/flows-screen.tsx')).FlowsScreen)
const FlowBuilder = lazyScreen(
  async () => (await import('#web/builder/flow-builder-screen.tsx')).FlowBuilderScreen,
)
const Versions = lazyScreen(
  async () =>
    (await import('#web/builder/versions/version-history-screen.tsx')).VersionHistoryScreen,
)
const Tasks = lazyScreen(async () => (await import('#web/tasks/tasks-screen.tsx')).TasksScreen)
const Task = lazyScreen(async () => (await import('#web/tasks/task-screen.tsx')).TaskScreen)
const Work = lazyScreen(async () => (await import('#web/task-run/work-screen.tsx')).WorkScreen)
const DoTask = lazyScreen(
  async () => (await import('#web/task-run/do-task-screen.tsx')).DoTaskScreen,
)
const Billing = lazyScreen(
  async () => (await import('#web/billing/billing-screen.tsx')).BillingScreen,
)
const SandboxPayment = lazyScreen(
  async () => (await import('#web/billing/sandbox-payment-screen.tsx')).SandboxPaymentScreen,
)
const Settings = lazyScreen(
  async () => (await import('#web/settings/settings-screen.tsx')).SettingsScreen,
)
const Sandbox = lazyScreen(
  async () => (await import('#web/sandbox/sandbox-screen.tsx')).SandboxScreen,
)

const shell = { isFullScreen: false }
const full = { isFullScreen: true }

/** Makes routes of a file that has several screens, each by its name. */
const routesOf =
  <Name extends string>(Screens: Fetched & ComponentType<{ screen: Name }>, frame = shell) =>
  (path: string, screen: Name): AppRoute => ({
    path,
    ...frame,
    screen: Screens,
    render: () => <Screens screen={screen} />,
  })

const authRoute = routesOf(Auth, full)
const billingRoute = routesOf(Billing)
const settingsRoute = routesOf(Settings)

/** The addresses of the app; `/` leads to where the role starts. */
const routes: readonly AppRoute[] = [
  authRoute('/sign-in', 'sign-in'),
  authRoute('/invitation', 'invitation'),
  { path: '/flows', ...shell, screen: Flows, render: () => <Flows /> },
  {
    path: '/flows/:flowId',
    ...full,
    screen: FlowBuilder,
    prefetch: (client, { flowId = '' }) => void client.prefetchQuery(flowQuery(flowId)),
    render: ({ flowId = '' }) => <FlowBuilder flowId={flowId} />,
  },
  {
    path: '/flows/:flowId/versions',
    ...full,
    screen: Versions,
    render: ({ flowId = '' }) => <Versions key={flowId} flowId={flowId} />,
  },
  { path: '/tasks', ...shell, screen: Tasks, render: () => <Tasks /> },
  {
    path: '/tasks/:taskId',
    ...shell,
    screen: Task,
    render: ({ taskId = '' }) => <Task taskId={taskId} />,
  },
  { path: '/work', ...shell, screen: Work, render: () => <Work /> },
  {
    path: '/work/:taskId',
    ...full,
    screen: DoTask,
    render: ({ taskId = '' }) => <DoTask taskId={taskId} />,
  },
  billingRoute('/billing/rates', 'rates'),
  billingRoute('/billing/rates/import', 'import'),
  billingRoute('/billing/balance', 'balance'),
  billingRoute('/billing/usage', 'usage'),
  settingsRoute('/settings/senders', 'senders'),
  settingsRoute('/settings/senders/numbers', 'branded-numbers'),
  settingsRoute('/settings/dead-letters', 'dead-letters'),
  {
    path: '/billing/top-ups/:topUpId/pay',
    ...shell,
    screen: SandboxPayment,
    render: ({ topUpId = '' }) => <SandboxPayment topUpId={topUpId} />,
  },
  settingsRoute('/settings/otp-policy', 'otp-policy'),
  settingsRoute('/settings/members', 'members'),
  settingsRoute('/settings/api-keys', 'api-keys'),
  settingsRoute('/settings/audit', 'audit'),
  { path: '/sandbox', ...shell, screen: Sandbox, render: () => <Sandbox /> },
]

export interface FoundRoute {
  route: AppRoute
  params: DefaultParams
}

/** The screen at an address, with what stands for its parameters. */
export const findRoute = (parser: Parser, path: string): FoundRoute | undefined => {
  for (const route of routes) {
    const [matches, params] = matchRoute(parser, route.path, path)
    if (matches) return { route, params }
  }
  return undefined
}
