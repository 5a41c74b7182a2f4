import { listKinds, listLimits } from '#domain/components/list/list-limits.ts'
import type { ListComponent } from '#domain/components/list/list-schema.ts'
import type { SettingsProps } from '../component-view.ts'
import { LengthSettings } from '../shared/length-settings.tsx'
import { NamesSetting } from '../shared/names-setting.tsx'
import { ChoiceSetting, SwitchSetting, TextSetting } from '../shared/setting-controls.tsx'
import { listKindLabels } from './list-kind-labels.ts'

/** What a list asks for, and about what. */
export const ListSettings = ({ component, form }: SettingsProps<ListComponent>) => (
  <>
    <ChoiceSetting
      name="listType"
      label="Type"
      value={component.listType}
      onChange={(value) => form.changeAll({ listType: value as ListComponent['listType'] })}
    >
      {listKinds.map((kind) => (
        <option key={kind} value={kind}>
          {listKindLabels[kind]}
        </option>
      ))}
    </ChoiceSetting>
    <NamesSetting
      name="entries"
      label="Entries"
      noun="entry"
      most={listLimits.entries}
      setting={form.setting('entries')}
    />
    <SwitchSetting
      name="addNew"
      label="Add new"
      description="The worker may put other entries on the list."
      setting={form.setting('addNew')}
    />
    {component.addNew && (
      <>
        <LengthSettings
          minimum={form.setting('minimumLength')}
          maximum={form.setting('maximumLength')}
          least={1}
          most={listLimits.nameLength}
        />
        <TextSetting
          name="pattern"
          label="Pattern"
          description="A regular expression that the whole name of a new entry must match."
          placeholder="[A-Z]{2}-\d{4}"
          setting={form.setting('pattern')}
        />
      </>
    )}
  </>
)
