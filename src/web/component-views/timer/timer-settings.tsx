import type { TimerComponent } from '#domain/components/timer/timer-schema.ts'
import type { SettingsProps } from '../component-view.ts'
import { SwitchSetting } from '../shared/setting-controls.tsx'

/** How a time is measured. */
export const TimerSettings = ({ form }: SettingsProps<TimerComponent>) => (
  <>
    <SwitchSetting
      name="autoStart"
      label="Auto start"
      description="Starts when its page is opened."
      setting={form.setting('autoStart')}
    />
    <SwitchSetting
      name="allowReset"
      label="Allow reset"
      description="The worker may begin anew."
      setting={form.setting('allowReset')}
    />
    <SwitchSetting
      name="unpausable"
      label="Unpausable"
      description="Once stopped, it does not go on."
      setting={form.setting('unpausable')}
    />
  </>
)
