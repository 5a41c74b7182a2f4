import type { LucideIcon } from 'lucide-react'
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'

/** One line of a menu; `separator` draws a rule before it. */
export interface MenuItem {
  label: string
  icon?: LucideIcon
  /** Shown at the end, for example "Ctrl+D". */
  shortcut?: string
  destructive?: boolean
  disabled?: boolean
  /** For choices: whether it is the chosen one. */
  checked?: boolean
  separator?: boolean
  onSelect: () => void
}

/** What the trigger must be spread on: a Button or an IconButton. */
export interface MenuTriggerProps {
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
  onPointerEnter?: () => void
  onFocus?: () => void
  onClick?: () => void
}

interface MenuButtonProps {
  items: readonly MenuItem[]
  /** Above the items, for example who is signed in. */
  header?: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom' | 'right'
  trigger: (props: MenuTriggerProps) => ReactElement
}

const loadMenu = () => import('./dropdown-menu.tsx')
const DropdownMenu = lazy(async () => ({ default: (await loadMenu()).DropdownMenu }))

/** A button that opens a menu. The menu's code is fetched when the pointer or the focus comes near. */
export const MenuButton = ({ trigger, ...menu }: MenuButtonProps) => {
  const [wanted, setWanted] = useState(false)
  const preload = () => void loadMenu()
  const button = trigger({
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: preload,
    onFocus: preload,
    onClick: () => setWanted(true),
  })
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <DropdownMenu {...menu} trigger={trigger} onClosed={() => setWanted(false)} />
    </Suspense>
  )
}
