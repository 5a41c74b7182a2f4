import clsx from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import type { MenuItem, MenuTriggerProps } from './menu-item.ts'

interface DropdownMenuProps {
  items: readonly MenuItem[]
  header?: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom' | 'right'
  trigger: (props: MenuTriggerProps) => ReactElement
  /** Where in the document it is put; at its end, unless said otherwise. */
  container?: HTMLElement | null
  /** Opened by a key: its first item is highlighted then. */
  byKeyboard?: boolean
  onClosed?: () => void
}

const Item = ({ item }: { item: MenuItem }) => {
  const { icon: Icon, label, shortcut, destructive, disabled, objection, checked, onSelect } = item
  return (
    <Radix.Item
      onSelect={onSelect}
      {...(disabled === true && { disabled: true })}
      {...(checked !== undefined && { role: 'menuitemradio', 'aria-checked': checked })}
      className={clsx(
        'flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-md px-2 text-sm outline-none pointer-coarse:min-h-11',
        'data-disabled:cursor-not-allowed data-disabled:opacity-50',
        destructive
          ? 'text-danger-ink data-highlighted:bg-danger-soft'
          : 'text-ink data-highlighted:bg-subtle',
      )}
    >
      {Icon !== undefined && <Icon aria-hidden="true" className="size-4 shrink-0 opacity-80" />}
      <span className="min-w-0 grow">
        <span className="block truncate">{label}</span>
        {objection !== undefined && <span className="block truncate text-xs">{objection}</span>}
      </span>
      {checked === true && <Check aria-hidden="true" className="size-4 text-accent-ink" />}
      {shortcut !== undefined && <span className="text-faint text-xs">{shortcut}</span>}
    </Radix.Item>
  )
}

/** An open menu under its trigger; use it through MenuButton, which loads it when it is wanted. */
export const DropdownMenu = ({
  items,
  header,
  align = 'end',
  side = 'bottom',
  trigger,
  container = null,
  byKeyboard = false,
  onClosed,
}: DropdownMenuProps) => {
  const [open, setOpen] = useState(true)
  // Radix does not see the key that was pressed before it was there.
  const isEntering = useRef(byKeyboard)
  const enter = (content: HTMLElement) => {
    if (!isEntering.current) return
    isEntering.current = false
    content.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus()
  }
  return (
    <Radix.Root open={open} onOpenChange={setOpen} modal={false}>
      <Radix.Trigger asChild>
        {trigger({ 'aria-haspopup': 'menu', 'aria-expanded': open })}
      </Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onFocus={({ currentTarget }) => enter(currentTarget)}
          {...(onClosed && { onCloseAutoFocus: () => setTimeout(onClosed) })}
          className="z-40 min-w-48 max-w-72 animate-rise rounded-lg bg-raised p-1 shadow-floating"
        >
          {header !== undefined && (
            <div className="mb-1 border-line border-b px-2 py-1.5">{header}</div>
          )}
          {items.map((item) => (
            <div key={item.label} role="none">
              {item.separator === true && <Radix.Separator className="my-1 h-px bg-line" />}
              <Item item={item} />
            </div>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
