import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'
import type { MenuItem, MenuTriggerProps } from './menu-item.ts'

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
  /** Once it is wanted: whether by keyboard. */
  const [byKeyboard, setByKeyboard] = useState<boolean>()
  const preload = () => void loadMenu()
  const button = trigger({
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: preload,
    onFocus: preload,
    // A press of Enter or Space arrives as a click without a pointer.
    onClick: ({ detail }) => setByKeyboard(detail === 0),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setByKeyboard(true)
    },
  })
  if (byKeyboard === undefined) return button
  return (
    <Suspense fallback={button}>
      <DropdownMenu {...menu} trigger={trigger} byKeyboard={byKeyboard} />
    </Suspense>
  )
}
