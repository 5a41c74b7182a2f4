import { mostOptions, type SelectComponent } from '#domain/components/select/select-schema.ts'
import type { SettingsProps } from '../component-view.ts'
import { Pair } from '../shared/pair.tsx'
import { ChoiceSetting, NumberSetting } from '../shared/setting-controls.tsx'
import { ActionsSetting } from './actions-setting.tsx'
import { DefaultSetting } from './default-setting.tsx'
import { OptionsSetting } from './options-setting.tsx'

const styleLabels: Record<SelectComponent['style'], string> = {
  dropdown: 'Dropdown',
  checkbox: 'Checkboxes',
  button: 'Buttons',
}

/** What can be chosen, how, and what comes of it. */
export const SelectSettings = (props: SettingsProps<SelectComponent>) => {
  const { component, form, listTargets } = props
  return (
    <>
      <OptionsSetting
        options={component.options}
        error={form.setting('options').error}
        onChange={(options) => form.changeAll({ options })}
      />
      <ChoiceSetting
        name="style"
        label="Style"
        value={component.style}
        onChange={(value) => form.changeAll({ style: value as SelectComponent['style'] })}
      >
        {Object.entries(styleLabels).map(([style, label]) => (
          <option key={style} value={style}>
            {label}
          </option>
        ))}
      </ChoiceSetting>
      {component.style !== 'dropdown' && (
        <Pair>
          <NumberSetting
            name="minimumSelected"
            label="Minimum selected"
            placeholder="None"
            minimum={1}
            maximum={mostOptions}
            setting={form.setting('minimumSelected')}
          />
          <NumberSetting
            name="maximumSelected"
            label="Maximum selected"
            placeholder="Any number"
            minimum={1}
            maximum={mostOptions}
            setting={form.setting('maximumSelected')}
          />
        </Pair>
      )}
      <DefaultSetting
        component={component}
        onChange={(defaultValue) => form.changeAll({ defaultValue })}
      />
      <ActionsSetting
        component={component}
        targets={listTargets()}
        onChange={(actions) => form.changeAll({ actions })}
      />
    </>
  )
}
