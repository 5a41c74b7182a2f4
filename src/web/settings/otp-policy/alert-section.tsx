import { usualAlert } from '#domain/otp/conversion.ts'
import { Switch } from '#web/ui/switch.tsx'
import { NumberSetting } from './number-setting.tsx'
import { PolicySection, type SectionProps } from './section.tsx'

/** When admins are told that few codes to a place are entered. */
export const AlertSection = ({ policy, change }: SectionProps) => {
  const { conversionAlert: rule } = policy
  const set = (part: Partial<typeof usualAlert>) =>
    change({ conversionAlert: { ...usualAlert, ...rule, ...part } })
  return (
    <PolicySection
      title="Conversion alert"
      description="Where many codes are sent and few are entered, somebody may be earning by it. Owners and admins get a mail and see it here, and can block the place with one click."
    >
      <Switch
        label="Tell owners and admins"
        checked={rule !== null}
        onChange={(isOn) => change({ conversionAlert: isOn ? usualAlert : null })}
        className="max-w-sm"
      />
      {rule !== null && (
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <NumberSetting
            label="Fewer than"
            unit="% entered"
            value={rule.minimumPercent}
            bounds={[1, 100]}
            onChange={(minimumPercent) => set({ minimumPercent })}
          />
          <NumberSetting
            label="Of at least"
            unit="codes sent"
            value={rule.minimumSends}
            bounds={[5, 100_000]}
            onChange={(minimumSends) => set({ minimumSends })}
          />
          <NumberSetting
            label="Within the last"
            unit="hours"
            value={rule.windowHours}
            bounds={[1, 168]}
            onChange={(windowHours) => set({ windowHours })}
          />
        </div>
      )}
    </PolicySection>
  )
}
