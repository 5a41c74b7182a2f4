import { ListFilter, type LucideIcon, SquareCheck, SquareMousePointer } from 'lucide-react'
import type { SelectComponent } from '#domain/components/select/select-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'

const icons: Record<SelectComponent['style'], LucideIcon> = {
  dropdown: ListFilter,
  checkbox: SquareCheck,
  button: SquareMousePointer,
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** The Select component in the Flow Builder. */
export const selectView: ComponentView<SelectComponent> = {
  icon: ({ style }) => icons[style],
  presetIcon: ({ settings }) => icons[settings.style as SelectComponent['style']],
  detail: ({ options, actions }) =>
    [
      options.length <= 3
        ? options.map(({ label }) => label).join(', ')
        : count(options.length, 'option'),
      actions.length > 0 && count(actions.length, 'action'),
    ]
      .filter(Boolean)
      .join(' · '),
  asksAnswer: true,
  Settings: lazySettings(async () => (await import('./select-settings.tsx')).SelectSettings),
}
