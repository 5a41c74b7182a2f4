import { dataTypeLabels, dataTypes } from '#domain/components/data-type.ts'
import type { ViewComponent } from '#domain/components/view/view-schema.ts'
import { findShownComponentId } from '#domain/components/view/view-value.ts'
import type { SettingsProps } from '../component-view.ts'
import { ChoiceSetting, TextSetting } from '../shared/setting-controls.tsx'

/** What a View shows: a text, or an earlier answer. */
export const ViewSettings = ({ component, form, listFields }: SettingsProps<ViewComponent>) => {
  const shownId = findShownComponentId(component.value)
  const earlier = listFields().filter(({ place, id }) => place === 'before' || id === shownId)
  return (
    <>
      <ChoiceSetting
        name="source"
        label="Shows"
        value={shownId ?? ''}
        onChange={(id) => form.changeAll({ value: id === '' ? '' : `$${id}` })}
      >
        <option value="">A text of its own</option>
        <optgroup label="The answer to">
          {earlier.map(({ id, title, pageTitle }) => (
            <option key={id} value={id}>{`${title} (${pageTitle})`}</option>
          ))}
        </optgroup>
      </ChoiceSetting>
      {shownId === undefined && (
        <TextSetting
          name="value"
          label="Text"
          rows={4}
          setting={form.setting('value')}
          placeholder="What the worker reads"
        />
      )}
      <ChoiceSetting
        name="dataType"
        label="Data type"
        value={component.dataType}
        onChange={(value) => form.changeAll({ dataType: value as ViewComponent['dataType'] })}
      >
        {dataTypes.map((dataType) => (
          <option key={dataType} value={dataType}>
            {dataTypeLabels[dataType]}
          </option>
        ))}
      </ChoiceSetting>
    </>
  )
}
