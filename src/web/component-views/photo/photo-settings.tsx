import { mostPhotos, type PhotoComponent } from '#domain/components/photo/photo-schema.ts'
import type { SettingsProps } from '../component-view.ts'
import { NamesSetting } from '../shared/names-setting.tsx'
import { Pair } from '../shared/pair.tsx'
import { NumberSetting, SwitchSetting } from '../shared/setting-controls.tsx'
import type { Setting } from '../shared/use-settings-form.ts'

/** What photos are asked for. */
export const PhotoSettings = ({ form }: SettingsProps<PhotoComponent>) => (
  <>
    <Pair>
      <NumberSetting
        name="minimum"
        label="Minimum"
        minimum={0}
        maximum={mostPhotos}
        setting={form.setting('minimum') as Setting<number | null>}
      />
      <NumberSetting
        name="maximum"
        label="Maximum"
        minimum={1}
        maximum={mostPhotos}
        setting={form.setting('maximum') as Setting<number | null>}
      />
    </Pair>
    <NamesSetting
      name="categories"
      label="Categories"
      description="The worker chooses one of them for every photo."
      noun="category"
      most={20}
      setting={form.setting('categories')}
    />
    <SwitchSetting
      name="fromGallery"
      label="From gallery"
      description="Off: only the camera of the phone."
      setting={form.setting('fromGallery')}
    />
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-ink text-sm">Watermark</legend>
      <SwitchSetting name="watermarkTime" label="Time" setting={form.setting('watermarkTime')} />
      <SwitchSetting
        name="watermarkPosition"
        label="Position"
        description="The phone asks the worker whether it may be seen."
        setting={form.setting('watermarkPosition')}
      />
      <SwitchSetting name="watermarkTask" label="Task" setting={form.setting('watermarkTask')} />
    </fieldset>
  </>
)
