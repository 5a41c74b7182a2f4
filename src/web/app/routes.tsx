import { usePrefetchQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type DefaultParams, matchRoute, type Parser } from 'wouter'
import { flowQuery } from '#web/builder/flow-query.ts'
import { lazyScreen } from './lazy-screen.tsx'

interface AppRoute {
  path: string
  /** Without the shell around it. */
  isFullScreen: boolean
  preload: () => Promise<unknown>
  render: (params: DefaultParams) => ReactNode
}

const SignIn = lazyScreen(async () => (await import('#web/auth/sign-in-screen.tsx')).SignInScreen)
const Flows = lazyScreen(async () => (await import('#web/flows/flows-screen.tsx')).FlowsScreen)
const FlowBuilder = lazyScreen(
  async () => (await import('#web/builder/flow-builder-screen.tsx')).FlowBuilderScreen,
)
/** The flow is asked for beside the builder's code, not after it. */
const FlowBuilderRoute = ({ flowId }: { flowId: string }) => {
  usePrefetchQuery(flowQuery(flowId))
  return <FlowBuilder flowId={flowId} />
}
const Tasks = lazyScreen(async () => (await import('#web/tasks/tasks-screen.tsx')).TasksScreen)
const Task = lazyScreen(async () => (await import('#web/tasks/task-screen.tsx')).TaskScreen)
const Work = lazyScreen(async () => (await import('#web/task-run/work-screen.tsx')).WorkScreen)
const DoTask = lazyScreen(
  async () => (await import('#web/task-run/do-task-screen.tsx')).DoTaskScreen,
)
const Rates = lazyScreen(async () => (await import('#web/billing/rates-screen.tsx')).RatesScreen)
const Balance = lazyScreen(
  async () => (await import('#web/billing/balance-screen.tsx')).BalanceScreen,
)
const Sandbox = lazyScreen(
  async () => (await import('#web/sandbox/sandbox-screen.tsx')).SandboxScreen,
)

const shell = { isFullScreen: false }
const full = { isFullScreen: true }

/** The addresses of the app; `/` leads to where the role starts. */
const routes: readonly AppRoute[] = [
  { path: '/sign-in', ...full, preload: SignIn.preload, render: () => <SignIn /> },
  { path: '/flows', ...shell, preload: Flows.preload, render: () => <Flows /> },
  {
    path: '/flows/:flowId',
    ...full,
    preload: FlowBuilder.preload,
    render: ({ flowId = '' }) => <FlowBuilderRoute flowId={flowId} />,
  },
  { path: '/tasks', ...shell, preload: Tasks.preload, render: () => <Tasks /> },
  {
    path: '/tasks/:taskId',
    ...shell,
    preload: Task.preload,
    render: ({ taskId = '' }) => <Task taskId={taskId} />,
  },
  { path: '/work', ...shell, preload: Work.preload, render: () => <Work /> },
  {
    path: '/work/:taskId',
    ...full,
    preload: DoTask.preload,
    render: ({ taskId = '' }) => <DoTask taskId={taskId} />,
  },
  { path: '/billing/rates', ...shell, preload: Rates.preload, render: () => <Rates /> },
  { path: '/billing/balance', ...shell, preload: Balance.preload, render: () => <Balance /> },
  { path: '/sandbox', ...shell, preload: Sandbox.preload, render: () => <Sandbox /> },
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
