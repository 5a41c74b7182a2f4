import { useState } from 'react'
import { DropdownMenu } from '#web/ui/dropdown-menu.tsx'
import type { MenuItem } from '#web/ui/menu-item.ts'
import { useFocusReturn } from '#web/ui/use-focus-return.ts'
import type { BuilderAction } from '../actions/builder-action.ts'
import { shortcutOf } from '../actions/shortcuts.ts'
import type { Builder } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import type { OverlayOf } from '../state/session-store.ts'
import { findContextMenu } from './context-menu-items.ts'

interface ContextMenuProps {
  overlay: OverlayOf<'context-menu'>
  onClose: () => void
}

const toItem = (
  builder: Builder,
  action: BuilderAction,
  separator: boolean,
  onSelect: () => void,
): MenuItem => {
  const shortcut = shortcutOf(action)
  const objection = action.objection(builder)
  return {
    label: action.label,
    objection,
    disabled: objection !== undefined,
    destructive: action.name === 'delete',
    separator,
    onSelect,
    ...(shortcut !== undefined && { shortcut }),
  }
}

/** What can be done with what is selected, at the pointer or where the keyboard is. */
export const ContextMenu = ({ overlay: { at }, onClose }: ContextMenuProps) => {
  const builder = useBuilder()
  const returnFocus = useFocusReturn()
  const [chosen] = useState<{ action?: BuilderAction }>({})
  const blocks = findContextMenu(builder.session.getState().selection)
  const items = blocks.flatMap((actions, block) =>
    actions.map((action, index) =>
      toItem(builder, action, block > 0 && index === 0, () => {
        chosen.action = action
      }),
    ),
  )
  return (
    <DropdownMenu
      align="start"
      container={document.getElementById('main')}
      items={items}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          tabIndex={-1}
          aria-label="Actions"
          className="pointer-events-none fixed size-0"
          style={{ left: at.x, top: at.y }}
        />
      )}
      // What was chosen may take the focus, so it runs after the focus has gone back.
      onClosed={() => {
        returnFocus()
        onClose()
        chosen.action?.run(builder)
      }}
    />
  )
}
