import { FileText, Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '#web/shared/session.ts'
import { AppShell } from './app-shell.tsx'
import type { NavigationGroup } from './navigation.ts'

const work: NavigationGroup = {
  label: null,
  items: [{ to: '/work', label: 'Work', icon: FileText }],
}
const testing: NavigationGroup = {
  label: 'Testing',
  items: [{ to: '/sandbox', label: 'Sandbox', icon: Inbox }],
}

/** The shell of a field worker, who has tasks of their own and little else. */
export const WorkShell = ({ children }: { children: ReactNode }) => (
  <AppShell groups={useSession().sandbox ? [work, testing] : [work]}>{children}</AppShell>
)
