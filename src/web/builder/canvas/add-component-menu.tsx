import { Command } from 'cmdk'
import { Popover } from 'radix-ui'
import type { ReactElement } from 'react'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import { findPaletteGroups, type PaletteItem } from '../palette/palette-items.ts'

interface AddComponentMenuProps {
  label: string
  trigger: ReactElement
  onPick: (item: PaletteItem) => void
  onClosed: () => void
}

const groups = findPaletteGroups('')

/** A searchable list of all components, under the button that it was opened with. */
export const AddComponentMenu = ({ label, trigger, onPick, onClosed }: AddComponentMenuProps) => (
  <Popover.Root defaultOpen onOpenChange={(open) => !open && onClosed()}>
    <Popover.Trigger asChild>{trigger}</Popover.Trigger>
    <Popover.Portal>
      <Popover.Content
        aria-label={label}
        collisionPadding={12}
        sideOffset={6}
        className="z-40 w-64 animate-rise rounded-xl bg-raised shadow-floating"
      >
        <Command label={label} loop>
          <Command.Input
            placeholder="Search components"
            className="h-10 w-full border-line border-b bg-transparent px-3 text-sm outline-none"
          />
          <Command.List className="max-h-72 overflow-y-auto p-1">
            <Command.Empty className="px-3 py-6 text-center text-muted text-sm">
              No component fits.
            </Command.Empty>
            {groups.map((group) => (
              <Command.Group
                key={group.label}
                heading={group.label}
                className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-muted **:[[cmdk-group-heading]]:text-xs"
              >
                {group.items.map((item) => {
                  const { preset, typeName } = item
                  const Icon = getComponentView(typeName).presetIcon(preset)
                  return (
                    <Command.Item
                      key={preset.name}
                      value={`${preset.label} ${group.label}`}
                      keywords={[...preset.synonyms]}
                      onSelect={() => onPick(item)}
                      className="flex h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-subtle"
                    >
                      <Icon aria-hidden="true" className="size-4 text-muted" />
                      {preset.label}
                    </Command.Item>
                  )
                })}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      </Popover.Content>
    </Popover.Portal>
  </Popover.Root>
)
