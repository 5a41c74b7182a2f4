import type { ReactNode } from 'react'
import { useSession } from '#web/shared/session.ts'
import { AppShell } from './app-shell.tsx'
import { navigationOf } from './navigation.ts'

/** The frame of all who are no field workers: with the screens that their role leads to. */
export const OfficeShell = ({ children }: { children: ReactNode }) => (
  <AppShell groups={navigationOf(useSession())}>{children}</AppShell>
)
