import { Command } from 'cmdk'
import type { ReactNode } from 'react'

interface CommandListProps {
  /** Names the field and the list. */
  label: string
  placeholder: string
  search: string
  onSearch: (search: string) => void
  /** Shown when the children are no items. */
  empty: string
  children: ReactNode
}

/**
 * A search field with a list below it that arrow keys walk through. The children are what the search
 * found: nothing is filtered here.
 */
export const CommandList = (props: CommandListProps) => {
  const { label, placeholder, search, onSearch, empty, children } = props
  return (
    <Command label={label} loop shouldFilter={false} className="flex min-h-0 flex-col">
      <Command.Input
        value={search}
        onValueChange={onSearch}
        placeholder={placeholder}
        className="h-11 w-full shrink-0 border-line border-b bg-transparent px-3.5 text-ink text-sm outline-none"
      />
      <Command.List
        label={label}
        className="max-h-80 min-h-0 scroll-py-1 overflow-y-auto overscroll-contain p-1"
      >
        <Command.Empty className="px-3 py-6 text-center text-muted text-sm">{empty}</Command.Empty>
        {children}
      </Command.List>
    </Command>
  )
}

/** Items under a heading. */
export const CommandGroup = ({ label, children }: { label: string; children: ReactNode }) => (
  <Command.Group
    heading={label}
    className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-1.5 **:[[cmdk-group-heading]]:pb-0.5 **:[[cmdk-group-heading]]:text-muted **:[[cmdk-group-heading]]:text-xs"
  >
    {children}
  </Command.Group>
)

interface CommandItemProps {
  /** Unique in the list. */
  value: string
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}

/** One line of the list. */
export const CommandItem = ({ value, disabled = false, onSelect, children }: CommandItemProps) => (
  <Command.Item
    value={value}
    disabled={disabled}
    onSelect={onSelect}
    className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-ink text-sm data-[disabled=true]:cursor-not-allowed data-[selected=true]:bg-subtle data-[disabled=true]:text-muted pointer-coarse:min-h-11"
  >
    {children}
  </Command.Item>
)
