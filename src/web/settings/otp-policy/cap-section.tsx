import type { OtpPolicySettings } from '#contract/otp-policy-contract.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Switch } from '#web/ui/switch.tsx'
import { NumberSetting } from './number-setting.tsx'
import { PolicySection, type SectionProps } from './section.tsx'

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

/** When a day of the cap begins, also by the clock of who reads it. */
const describeMidnight = (dayEndsAt: string): string => {
  const here = timeOfDay.format(new Date(dayEndsAt))
  return here === '00:00' ? '00:00 UTC' : `00:00 UTC, which is ${here} here`
}

/** How many credits the codes of a day may cost. */
export const CapSection = ({
  policy,
  change,
  settings,
}: SectionProps & { settings: OtpPolicySettings }) => {
  const { dailySpendCap } = policy
  const { spentToday, dayEndsAt } = settings
  return (
    <PolicySection
      title="Daily spend cap"
      description={`What codes may cost in a day at most; a send beyond it is refused. The day begins at ${describeMidnight(dayEndsAt)}. Today's codes have cost ${formatCredits(spentToday)} credits so far.`}
    >
      <Switch
        label="Cap what a day may cost"
        checked={dailySpendCap !== null}
        onChange={(isOn) =>
          change({ dailySpendCap: isOn ? (settings.policy.dailySpendCap ?? 1_000) : null })
        }
        className="max-w-sm"
      />
      {dailySpendCap !== null && (
        <NumberSetting
          label="At most"
          unit="credits a day"
          value={dailySpendCap}
          bounds={[1, 1_000_000_000]}
          onChange={(value) => change({ dailySpendCap: value })}
        />
      )}
    </PolicySection>
  )
}
