import type { ReactNode } from 'react'
import { useSession } from '#web/shared/session.ts'
import { AdminBanner } from './admin-banner.tsx'
import { AppShell } from './app-shell.tsx'
import { CreditBanner } from './credit-banner.tsx'
import { navigationOf } from './navigation.ts'
import { canOpen } from './screen-access.ts'

/** The shell of all who work at a desk, with what those must hear who see to codes and to credit. */
export const DeskShell = ({ children }: { children: ReactNode }) => {
  const session = useSession()
  return (
    <AppShell
      groups={navigationOf(session)}
      banner={
        <>
          {canOpen(session.role, '/settings') && <AdminBanner />}
          {canOpen(session.role, '/billing') && <CreditBanner />}
        </>
      }
    >
      {children}
    </AppShell>
  )
}
