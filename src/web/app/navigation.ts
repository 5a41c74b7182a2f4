import {
  ChartColumn,
  Coins,
  FileText,
  Inbox,
  ListChecks,
  type LucideIcon,
  MailX,
  Scale,
  ShieldCheck,
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
    | '/settings/otp-policy'
    | '/settings/dead-letters'
    | '/sandbox'
  label: string
  icon: LucideIcon
}

export interface NavigationGroup {
  label: string | null
  items: NavigationItem[]
}

/** The screens that a session leads to, in groups; only workers have tasks of their own. */
export const navigationOf = ({ role, sandbox, isPlatformOperator }: Session): NavigationGroup[] => {
  const main: NavigationItem[] = [
    { to: '/flows', label: 'Flows', icon: Workflow },
    { to: '/tasks', label: 'Tasks', icon: ListChecks },
  ]
  if (role === 'field_user') main.push({ to: '/work', label: 'Work', icon: FileText })
  const billing: NavigationItem[] = [
    { to: '/billing/rates', label: 'Rates', icon: Scale },
    { to: '/billing/balance', label: 'Balance', icon: Coins },
    { to: '/billing/usage', label: 'Usage', icon: ChartColumn },
  ]
  const settings: NavigationItem[] = [
    { to: '/settings/otp-policy', label: 'OTP policy', icon: ShieldCheck },
  ]
  if (isPlatformOperator) {
    settings.push({ to: '/settings/dead-letters', label: 'Dead letters', icon: MailX })
  }
  const testing: NavigationItem[] = sandbox
    ? [{ to: '/sandbox', label: 'Sandbox', icon: Inbox }]
    : []
  return [
    { label: null, items: main },
    { label: 'Billing', items: billing },
    { label: 'Settings', items: settings },
    { label: 'Testing', items: testing },
  ]
    .map(({ label, items }) => ({ label, items: items.filter(({ to }) => canOpen(role, to)) }))
    .filter(({ items }) => items.length > 0)
}
