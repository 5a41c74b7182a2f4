import type { LucideIcon } from 'lucide-react'
import type { ComponentType as ReactComponent } from 'react'
import type { FieldInSight, TargetInSight } from '#domain/components/component-problem.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { Preset } from '#domain/components/component-type.ts'
import type { SettingsForm } from './shared/use-settings-form.ts'

/** What the settings of a component may need from around it. */
export interface SettingsProps<Shown extends Component = Component> {
  component: Shown
  form: SettingsForm<Shown>
  /** Every field of the flow as this component sees it; asked for only where a setting needs them. */
  listFields: () => readonly FieldInSight[]
  /** Every other component, as one whose actions may change it. */
  listTargets: () => readonly TargetInSight[]
  /** Adds the field that a recipient needs, and chooses it. */
  onCreateRecipient: () => void
}

/** How a Component Type looks in the Flow Builder. */
export interface ComponentView<Shown extends Component = Component> {
  icon(component: Shown): LucideIcon
  presetIcon(preset: Preset): LucideIcon
  /** The second line of its row on the canvas; other components are known to it by their titles. */
  detail(component: Shown, titleOf: (componentId: string) => string | undefined): string
  asksAnswer: boolean
  /** The settings that other types do not have. */
  Settings: ReactComponent<SettingsProps<Shown>>
}
