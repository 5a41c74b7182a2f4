import { Pair } from './pair.tsx'
import { NumberSetting } from './setting-controls.tsx'
import type { Setting } from './use-settings-form.ts'

interface LengthSettingsProps {
  minimum: Setting<number | null>
  maximum: Setting<number | null>
  /** The least and the most that either may be; without a most, any number. */
  least: number
  most?: number
}

/** How short and how long a text may be. */
export const LengthSettings = ({ minimum, maximum, least, most }: LengthSettingsProps) => {
  const end = most !== undefined && { maximum: most }
  return (
    <Pair>
      <NumberSetting
        name="minimumLength"
        label="Minimum length"
        placeholder="None"
        minimum={least}
        {...end}
        setting={minimum}
      />
      <NumberSetting
        name="maximumLength"
        label="Maximum length"
        placeholder="None"
        minimum={1}
        {...end}
        setting={maximum}
      />
    </Pair>
  )
}
