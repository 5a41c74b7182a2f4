import { Eye } from 'lucide-react'
import type { ViewComponent } from '#domain/components/view/view-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { ViewSettings } from './view-settings.tsx'

/** The View component in the Flow Builder. */
export const viewView: ComponentView<ViewComponent> = {
  icon: () => Eye,
  presetIcon: () => Eye,
  detail: ({ value }) => value || 'Nothing to show yet',
  asksAnswer: false,
  Settings: ViewSettings,
}
