import type { ReactNode } from 'react'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import type { Setting } from './use-settings-form.ts'

interface Labelled {
  /** The setting's name in the document: a problem's click finds the control by it. */
  name: string
  label: string
  description?: ReactNode
}

/** Marks the place of a setting, so that it can be found and focused. */
export const SettingSlot = ({ name, children }: { name: string; children: ReactNode }) => (
  <div data-setting={name}>{children}</div>
)

interface TextSettingProps extends Labelled {
  setting: Setting<string>
  placeholder?: string
  rows?: number
}

/** A text setting. */
export const TextSetting = ({
  name,
  label,
  description,
  setting,
  placeholder,
  rows,
}: TextSettingProps) => (
  <SettingSlot name={name}>
    <Field label={label} description={description} error={setting.error}>
      {(control) => {
        const props = {
          ...control,
          value: setting.value,
          placeholder,
          autoComplete: 'off',
          onChange: (event: { target: { value: string } }) => setting.change(event.target.value),
          onBlur: setting.leave,
        }
        return rows === undefined ? <Input {...props} /> : <Textarea {...props} rows={rows} />
      }}
    </Field>
  </SettingSlot>
)

interface NumberSettingProps extends Labelled {
  setting: Setting<number | null>
  minimum?: number
  maximum?: number
  placeholder?: string
}

/** A number setting; empty is null, which the schema may or may not allow. */
export const NumberSetting = (props: NumberSettingProps) => {
  const { name, label, description, setting, minimum, maximum, placeholder } = props
  return (
    <SettingSlot name={name}>
      <Field label={label} description={description} error={setting.error}>
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            min={minimum}
            max={maximum}
            placeholder={placeholder}
            value={setting.value ?? ''}
            onChange={({ target }) =>
              setting.change(target.value === '' ? null : target.valueAsNumber)
            }
            onBlur={setting.leave}
          />
        )}
      </Field>
    </SettingSlot>
  )
}

interface ChoiceSettingProps extends Labelled {
  value: string
  error?: string | undefined
  onChange: (value: string) => void
  children: ReactNode
}

/** A setting chosen from a list; the children are its options. */
export const ChoiceSetting = (props: ChoiceSettingProps) => {
  const { name, label, description, value, error, onChange, children } = props
  return (
    <SettingSlot name={name}>
      <Field label={label} description={description} error={error}>
        {(control) => (
          <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
            {children}
          </Select>
        )}
      </Field>
    </SettingSlot>
  )
}

interface SwitchSettingProps extends Labelled {
  setting: Setting<boolean>
}

/** A setting that is on or off. */
export const SwitchSetting = ({ name, label, description, setting }: SwitchSettingProps) => (
  <SettingSlot name={name}>
    <Switch
      label={label}
      description={description}
      checked={setting.value}
      onChange={setting.change}
    />
  </SettingSlot>
)
