import { findBounds } from '#domain/components/select/select-answer.ts'
import type { SelectComponent } from '#domain/components/select/select-schema.ts'
import { ChoiceSetting, SettingSlot } from '../shared/setting-controls.tsx'
import { OptionTicks } from './option-ticks.tsx'

interface DefaultSettingProps {
  component: SelectComponent
  onChange: (defaultValue: string[]) => void
}

/** The Default Value: one option, or several where several can be chosen. */
export const DefaultSetting = ({ component, onChange }: DefaultSettingProps) => {
  const { options, defaultValue } = component
  if (findBounds(component).most > 1) {
    return (
      <SettingSlot name="defaultValue">
        <OptionTicks
          label="Default Value"
          options={options}
          chosen={defaultValue}
          onChange={onChange}
        />
      </SettingSlot>
    )
  }
  return (
    <ChoiceSetting
      name="defaultValue"
      label="Default Value"
      description="Stands there already when the page is opened."
      value={defaultValue[0] ?? ''}
      onChange={(id) => onChange(id === '' ? [] : [id])}
    >
      <option value="">None</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </ChoiceSetting>
  )
}
