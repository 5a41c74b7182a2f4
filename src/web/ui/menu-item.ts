import type { LucideIcon } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'

/** One line of a menu; `separator` draws a rule before it. */
export interface MenuItem {
  label: string
  icon?: LucideIcon
  /** Shown at the end, for example "Ctrl+D". */
  shortcut?: string
  destructive?: boolean
  disabled?: boolean
  /** Why it is disabled, in a few words. */
  objection?: string | undefined
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
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  onKeyDown?: (event: KeyboardEvent<HTMLButtonElement>) => void
}
