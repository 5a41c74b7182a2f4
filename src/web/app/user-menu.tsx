import { useQueryClient } from '@tanstack/react-query'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { roleNames } from '#contract/role-words.ts'
import type { Session } from '#contract/session-contract.ts'
import { api } from '#web/shared/api.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { sessionQuery } from '#web/shared/session.ts'
import { chooseTheme, getTheme, type Theme } from '#web/shared/theme.ts'
import { MenuButton } from '#web/ui/menu-button.tsx'
import type { MenuItem } from '#web/ui/menu-item.ts'
import { toast } from '#web/ui/toast.ts'
import type { NavigationGroup } from './navigation.ts'

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
] as const

interface UserMenuProps {
  session: Session
  /** On a phone: a round button alone. */
  compact: boolean
  /** Screens that are in no other menu. */
  groups: readonly NavigationGroup[]
}

/** Who is signed in; theme and sign out. */
export const UserMenu = ({ session, compact, groups }: UserMenuProps) => {
  const [theme, setTheme] = useState<Theme>(getTheme)
  const signOut = useSignOut()
  const [, navigate] = useLocation()
  const items: MenuItem[] = [
    ...groups
      .flatMap((group) => group.items)
      .map(({ to, label, icon }) => ({ label, icon, onSelect: () => navigate(to) })),
    ...themes.map(({ value, label, icon }, index) => ({
      label,
      icon,
      separator: index === 0 && groups.length > 0,
      checked: theme === value,
      onSelect: () => {
        chooseTheme(value)
        setTheme(value)
      },
    })),
    { label: 'Sign out', icon: LogOut, separator: true, onSelect: () => void signOut() },
  ]
  const { user, role } = session
  return (
    <MenuButton
      items={items}
      align={compact ? 'end' : 'start'}
      side={compact ? 'bottom' : 'top'}
      header={
        <>
          <p className="truncate font-medium text-ink">{user.name}</p>
          <p className="truncate text-muted text-xs">{user.email}</p>
        </>
      }
      trigger={(props) => (
        <button
          {...props}
          type="button"
          className="flex w-full min-w-0 items-center gap-2 rounded-md p-1.5 text-left hover:bg-subtle aria-expanded:bg-subtle"
        >
          <span
            aria-hidden="true"
            className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-ink text-xs"
          >
            {initialsOf(user.name)}
          </span>
          <span className="sr-only">Account{compact && `: ${user.name}`}</span>
          {!compact && (
            <span className="min-w-0">
              <span className="block truncate font-medium text-ink leading-4">{user.name}</span>
              <span className="block truncate text-muted text-xs">{roleNames[role]}</span>
            </span>
          )}
        </button>
      )}
    />
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

const useSignOut = () => {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  return async () => {
    try {
      await api.signOut()
    } catch (error) {
      toast('You are still signed in', { tone: 'error', description: toMessage(error) })
      return
    }
    queryClient.clear()
    queryClient.setQueryData(sessionQuery.queryKey, null)
    navigate('/sign-in')
  }
}
