import { ListChecks, ListOrdered, ListPlus, type LucideIcon } from 'lucide-react'
import type { ListKind } from '#domain/components/list/list-limits.ts'
import type { ListComponent } from '#domain/components/list/list-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'
import { listKindLabels } from './list-kind-labels.ts'

const icons: Record<ListKind, LucideIcon> = {
  text: ListPlus,
  checkbox: ListChecks,
  quantity: ListOrdered,
}

/** The List component in the Flow Builder. */
export const listView: ComponentView<ListComponent> = {
  icon: ({ listType }) => icons[listType],
  presetIcon: ({ settings }) => icons[settings.listType as ListKind],
  detail: ({ listType, entries, addNew }) =>
    [
      listKindLabels[listType],
      `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`,
      addNew && 'more can be added',
    ]
      .filter(Boolean)
      .join(' · '),
  asksAnswer: true,
  Settings: lazySettings(async () => (await import('./list-settings.tsx')).ListSettings),
}
