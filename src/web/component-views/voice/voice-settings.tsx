import { longestRecording, type VoiceComponent } from '#domain/components/voice/voice-schema.ts'
import type { SettingsProps } from '../component-view.ts'
import { NumberSetting } from '../shared/setting-controls.tsx'
import type { Setting } from '../shared/use-settings-form.ts'

/** How long a recording may be. */
export const VoiceSettings = ({ form }: SettingsProps<VoiceComponent>) => (
  <NumberSetting
    name="maximumSeconds"
    label="Max Duration"
    description={`In seconds, up to ${longestRecording} (10 minutes).`}
    minimum={1}
    maximum={longestRecording}
    setting={form.setting('maximumSeconds') as Setting<number | null>}
  />
)
