import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Link } from '#web/shared/link.tsx'
import { useSession } from '#web/shared/session.ts'
import { Logo } from './logo.tsx'
import type { NavigationGroup, NavigationItem } from './navigation.ts'
import { UserMenu } from './user-menu.tsx'

interface AppShellProps {
  groups: readonly NavigationGroup[]
  /** Above every screen. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of most screens: a sidebar, or on a phone a bar above and one below. */
export const AppShell = ({ groups, banner, children }: AppShellProps) => {
  const session = useSession()
  return (
    <div className="flex min-h-dvh flex-col sm:flex-row">
      <aside className="sticky top-0 hidden h-dvh w-52 shrink-0 flex-col border-line border-r bg-surface sm:flex">
        <Organisation name={session.organisation.name} className="px-4 py-3.5" />
        <nav aria-label="Main" className="flex grow flex-col gap-4 overflow-y-auto px-2 py-1">
          {groups.map(({ label, items }) => (
            <div key={label} className="flex flex-col gap-0.5">
              {label !== null && (
                <p className="px-2 pb-1 font-medium text-faint text-xs">{label}</p>
              )}
              {items.map((item) => (
                <SidebarLink key={item.to} {...item} />
              ))}
            </div>
          ))}
        </nav>
        <div className="border-line border-t p-2">
          <UserMenu session={session} compact={false} groups={[]} />
        </div>
      </aside>

      <header className="sticky top-0 z-20 flex h-13 items-center justify-between border-line border-b bg-surface px-3 sm:hidden">
        <Organisation name={session.organisation.name} />
        <div>
          <UserMenu session={session} compact groups={groups.filter(({ isRare }) => isRare)} />
        </div>
      </header>

      <main id="main" tabIndex={-1} className="min-w-0 grow pb-16 outline-none sm:pb-0">
        {banner}
        {children}
      </main>

      <nav
        aria-label="Main"
        className="fixed inset-x-0 bottom-0 z-20 flex overflow-x-auto border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
      >
        {groups
          .filter(({ isRare }) => !isRare)
          .flatMap(({ items }) => items)
          .map((item) => (
            <BottomLink key={item.to} {...item} />
          ))}
      </nav>
    </div>
  )
}

const Organisation = ({ name, className }: { name: string; className?: string }) => (
  <div className={clsx('flex min-w-0 items-center gap-2.5', className)}>
    <Logo />
    <span className="truncate font-semibold text-ink" title={name}>
      {name}
    </span>
  </div>
)

interface NavigationLinkProps {
  to: NavigationItem['to']
  className: string
  children: ReactNode
}

/** Knows whether the present screen is the one it leads to, or one below it. */
const NavigationLink = ({ to, ...link }: NavigationLinkProps) => {
  const [path] = useLocation()
  const isCurrent = `${path}/`.startsWith(`${to}/`)
  return <Link href={to} aria-current={isCurrent ? 'page' : undefined} {...link} />
}

const SidebarLink = ({ to, label, icon: Icon }: NavigationItem) => (
  <NavigationLink
    to={to}
    className={clsx(
      'flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-muted transition-colors',
      'hover:bg-subtle hover:text-ink aria-[current=page]:bg-subtle aria-[current=page]:text-ink',
    )}
  >
    <Icon aria-hidden="true" className="size-4" />
    {label}
  </NavigationLink>
)

const BottomLink = ({ to, label, icon: Icon }: NavigationItem) => (
  <NavigationLink
    to={to}
    className={clsx(
      'flex h-14 min-w-16 flex-[1_0_auto] flex-col items-center justify-center gap-0.5 whitespace-nowrap px-1.5 font-medium text-muted text-xs',
      'focus-visible:-outline-offset-2 aria-[current=page]:text-accent-ink',
    )}
  >
    <Icon aria-hidden="true" className="size-5" />
    {label}
  </NavigationLink>
)
