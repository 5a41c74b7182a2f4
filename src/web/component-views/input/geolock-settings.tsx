import { isCoordinateField } from '#domain/components/input/geolock-problems.ts'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import type { SettingsProps } from '../component-view.ts'
import { Pair } from '../shared/pair.tsx'
import { ChoiceSetting, NumberSetting } from '../shared/setting-controls.tsx'
import type { Setting } from '../shared/use-settings-form.ts'

/** Where the worker must be for a Coordinate to be accepted. */
export const GeolockSettings = ({ component, form, listFields }: SettingsProps<InputComponent>) => {
  const { geolock, geolockField, geolockTrigger } = component
  return (
    <>
      <ChoiceSetting
        name="geolock"
        label="Geolock"
        description="The worker must be near a place, and cannot type the degrees."
        value={geolock}
        onChange={(value) => form.changeAll({ geolock: value as InputComponent['geolock'] })}
      >
        <option value="off">Off: any place</option>
        <option value="point">Around a point</option>
        <option value="field">Around an earlier Coordinate</option>
      </ChoiceSetting>
      {geolock === 'point' && (
        <Pair>
          <NumberSetting
            name="geolockLatitude"
            label="Latitude"
            minimum={-90}
            maximum={90}
            setting={form.setting('geolockLatitude')}
          />
          <NumberSetting
            name="geolockLongitude"
            label="Longitude"
            minimum={-180}
            maximum={180}
            setting={form.setting('geolockLongitude')}
          />
        </Pair>
      )}
      {geolock === 'field' && (
        <ChoiceSetting
          name="geolockField"
          label="Centre"
          value={geolockField ?? ''}
          onChange={(id) => form.changeAll({ geolockField: id === '' ? null : id })}
        >
          <option value="">None</option>
          {listFields()
            .filter(
              (field) =>
                field.id === geolockField || (isCoordinateField(field) && field.place === 'before'),
            )
            .map(({ id, title, pageTitle }) => (
              <option key={id} value={id}>{`${title} (${pageTitle})`}</option>
            ))}
        </ChoiceSetting>
      )}
      {geolock !== 'off' && (
        <Pair>
          <NumberSetting
            name="geolockRadius"
            label="Radius (m)"
            minimum={10}
            maximum={100_000}
            setting={form.setting('geolockRadius') as Setting<number | null>}
          />
          <ChoiceSetting
            name="geolockTrigger"
            label="Trigger"
            value={geolockTrigger}
            onChange={(value) =>
              form.changeAll({ geolockTrigger: value as InputComponent['geolockTrigger'] })
            }
          >
            <option value="answer">When answered</option>
            <option value="open">When opened</option>
          </ChoiceSetting>
        </Pair>
      )}
    </>
  )
}
