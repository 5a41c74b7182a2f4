import type { DataType } from '#domain/components/data-type.ts'
import { dataTypeLabels } from '#domain/components/data-type.ts'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { dataTypeIcons } from '../shared/data-type-icons.ts'
import { InputSettings } from './input-settings.tsx'

/** The Input component in the Flow Builder. */
export const inputView: ComponentView<InputComponent> = {
  icon: ({ dataType }) => dataTypeIcons[dataType],
  presetIcon: ({ name }) => dataTypeIcons[name as DataType],
  detail: ({ dataType, unit, geolock, geolockRadius }) => {
    if (dataType === 'number' && unit !== '') return `Number in ${unit}`
    const label = dataTypeLabels[dataType]
    return dataType === 'coordinate' && geolock !== 'off'
      ? `${label} within ${geolockRadius} m`
      : label
  },
  asksAnswer: true,
  Settings: InputSettings,
}
