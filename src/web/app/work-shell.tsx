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

/** The frame of field workers, whose phones need not load what leads elsewhere. */
export const WorkShell = ({ children }: { children: ReactNode }) => {
  const { sandbox } = useSession()
  return <AppShell groups={sandbox ? [work, testing] : [work]}>{children}</AppShell>
}
