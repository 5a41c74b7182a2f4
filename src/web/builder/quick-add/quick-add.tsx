import { useState } from 'react'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import { CommandGroup, CommandItem, CommandList } from '#web/ui/command-list.tsx'
import { FloatingPanel } from '#web/ui/floating-panel.tsx'
import { addPreset } from '../actions/edit-commands.ts'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import type { OverlayOf } from '../state/session-store.ts'
import { findQuickAddGroups, type QuickAddItem } from './quick-add-items.ts'

interface QuickAddProps {
  overlay: OverlayOf<'quick-add'>
  typed: string
  onClose: () => void
}

/** All components to choose from by a few letters, at the place where one is wanted. */
export const QuickAdd = ({ overlay: { place, at }, typed, onClose }: QuickAddProps) => {
  const builder = useBuilder()
  const [search, setSearch] = useState(typed)
  const { pagesById } = flowOf(builder)
  const label = `Add a component to ${pagesById[place.pageId]?.title ?? 'the flow'}`
  const pick = (item: QuickAddItem) => {
    onClose()
    addPreset(builder, item.typeName, item.preset, item.place)
  }
  return (
    <FloatingPanel label={label} at={at} width={272} onClose={onClose}>
      <CommandList
        label={label}
        placeholder="Search components"
        search={search}
        onSearch={setSearch}
        empty="No component fits."
      >
        {findQuickAddGroups(builder, place, search).map((group) => (
          <CommandGroup key={group.label} label={group.label}>
            {group.items.map((item) => {
              const Icon = getComponentView(item.typeName).presetIcon(item.preset)
              const key = `${group.label}/${item.preset.label}`
              return (
                <CommandItem key={key} value={key} onSelect={() => pick(item)}>
                  <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
                  <span className="truncate">{item.preset.label}</span>
                </CommandItem>
              )
            })}
          </CommandGroup>
        ))}
      </CommandList>
    </FloatingPanel>
  )
}
