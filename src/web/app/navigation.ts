import {
  ChartColumn,
  Coins,
  Inbox,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Scale,
  ScrollText,
  Users,
  Workflow,
} from 'lucide-react'
import type { Session } from '#contract/session-contract.ts'
import { canOpen } from './screen-access.ts'

export interface NavigationItem {
  to:
    | '/flows'
    | '/tasks'
    | '/work'
    | '/billing/rates'
    | '/billing/balance'
    | '/billing/usage'
    | '/settings/members'
    | '/settings/api-keys'
    | '/settings/audit'
    | '/sandbox'
  label: string
  icon: LucideIcon
}

export interface NavigationGroup {
  label: string | null
  /** On a phone it is in the account's menu, not in the bar below. */
  isRare?: boolean
  items: NavigationItem[]
}

/** The screens that the session of anybody but a field worker leads to, in groups. */
export const navigationOf = ({ role, sandbox }: Session): NavigationGroup[] => {
  const main: NavigationItem[] = [
    { to: '/flows', label: 'Flows', icon: Workflow },
    { to: '/tasks', label: 'Tasks', icon: ListChecks },
  ]
  const billing: NavigationItem[] = [
    { to: '/billing/rates', label: 'Rates', icon: Scale },
    { to: '/billing/balance', label: 'Balance', icon: Coins },
    { to: '/billing/usage', label: 'Usage', icon: ChartColumn },
  ]
  const settings: NavigationItem[] = [
    { to: '/settings/members', label: 'Members', icon: Users },
    { to: '/settings/api-keys', label: 'API keys', icon: KeyRound },
    { to: '/settings/audit', label: 'Audit', icon: ScrollText },
  ]
  const testing: NavigationItem[] = sandbox
    ? [{ to: '/sandbox', label: 'Sandbox', icon: Inbox }]
    : []
  return [
    { label: null, items: main },
    { label: 'Billing', items: billing },
    { label: 'Settings', isRare: true, items: settings },
    { label: 'Testing', items: testing },
  ]
    .map((group) => ({ ...group, items: group.items.filter(({ to }) => canOpen(role, to)) }))
    .filter(({ items }) => items.length > 0)
}
