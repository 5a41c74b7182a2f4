import { dataTypeLabels, dataTypes } from '#domain/components/data-type.ts'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import type { SettingsProps } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'
import { LengthSettings } from '../shared/length-settings.tsx'
import { Pair } from '../shared/pair.tsx'
import { ChoiceSetting, NumberSetting, TextSetting } from '../shared/setting-controls.tsx'
import { CountrySetting } from './country-setting.tsx'

const GeolockSettings = lazySettings(
  async () => (await import('./geolock-settings.tsx')).GeolockSettings,
)

type Part = Pick<SettingsProps<InputComponent>, 'form' | 'component'>

const RangeSettings = ({ form }: Part) => (
  <Pair>
    <NumberSetting
      name="minimum"
      label="Minimum"
      placeholder="None"
      setting={form.setting('minimum')}
    />
    <NumberSetting
      name="maximum"
      label="Maximum"
      placeholder="None"
      setting={form.setting('maximum')}
    />
  </Pair>
)

/** The settings that only one data type, or a few, have. */
const DataTypeSettings = ({ form, component }: Part) => {
  switch (component.dataType) {
    case 'text':
      return (
        <>
          <LengthSettings
            minimum={form.setting('minimumLength')}
            maximum={form.setting('maximumLength')}
            least={0}
          />
          <TextSetting
            name="pattern"
            label="Pattern"
            description="A regular expression that the whole answer must match."
            placeholder="[A-Z]{2}-\d{4}"
            setting={form.setting('pattern')}
          />
        </>
      )
    case 'address':
      return (
        <LengthSettings
          minimum={form.setting('minimumLength')}
          maximum={form.setting('maximumLength')}
          least={0}
        />
      )
    case 'number':
      return (
        <>
          <TextSetting name="unit" label="Unit" placeholder="kg" setting={form.setting('unit')} />
          <RangeSettings form={form} component={component} />
        </>
      )
    case 'currency':
      return (
        <>
          <TextSetting
            name="currency"
            label="Currency"
            description="Three letters, for example IDR."
            setting={form.setting('currency')}
          />
          <RangeSettings form={form} component={component} />
        </>
      )
    case 'phoneNumber':
      return (
        <CountrySetting
          name="defaultCountry"
          label="Default country"
          description="How a number without a country code is read."
          value={component.defaultCountry}
          onChange={(defaultCountry) => form.changeAll({ defaultCountry })}
        />
      )
    default:
      return null
  }
}

/** What an Input asks for. */
export const InputSettings = ({ component, form, ...rest }: SettingsProps<InputComponent>) => (
  <>
    <ChoiceSetting
      name="dataType"
      label="Data type"
      value={component.dataType}
      onChange={(value) => form.changeAll({ dataType: value as InputComponent['dataType'] })}
    >
      {dataTypes.map((dataType) => (
        <option key={dataType} value={dataType}>
          {dataTypeLabels[dataType]}
        </option>
      ))}
    </ChoiceSetting>
    <DataTypeSettings component={component} form={form} />
    {component.dataType === 'coordinate' && (
      <GeolockSettings component={component} form={form} {...rest} />
    )}
    {component.dataType !== 'coordinate' && (
      <>
        <TextSetting
          name="defaultValue"
          label="Default Value"
          description="Stands there already when the page is opened."
          setting={form.setting('defaultValue')}
        />
        <TextSetting name="placeholder" label="Placeholder" setting={form.setting('placeholder')} />
      </>
    )}
  </>
)
