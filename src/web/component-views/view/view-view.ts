import { Eye } from 'lucide-react'
import type { ViewComponent } from '#domain/components/view/view-schema.ts'
import { findShownComponentId } from '#domain/components/view/view-value.ts'
import type { ComponentView } from '../component-view.ts'
import { ViewSettings } from './view-settings.tsx'

/** The View component in the Flow Builder. */
export const viewView: ComponentView<ViewComponent> = {
  icon: () => Eye,
  presetIcon: () => Eye,
  detail: ({ value }, titleOf) => {
    const shownId = findShownComponentId(value)
    if (shownId === undefined) return value || 'Nothing to show yet'
    return `Shows ${titleOf(shownId) ?? value}`
  },
  asksAnswer: false,
  Settings: ViewSettings,
}
