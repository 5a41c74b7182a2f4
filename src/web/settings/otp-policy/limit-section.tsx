import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import { NumberSetting } from './number-setting.tsx'
import { PolicySection, type SectionProps } from './section.tsx'

type Wait = keyof OtpPolicy['resendWaits']
type Hourly = keyof OtpPolicy['sendsPerHour']

const waits: readonly [Wait, string, least: number][] = [
  ['first', 'First resend after', 30],
  ['second', 'Second resend after', 60],
  ['later', 'Later resends after', 120],
]

const hourly: readonly [Hourly, string, most: number, description: string][] = [
  ['recipient', 'To one recipient', 30, 'Whatever the task'],
  ['prefix', 'To one prefix', 10_000, 'Numbers that differ in their last four digits'],
  ['worker', 'By one worker', 100_000, 'To all recipients'],
  ['organisation', 'By the organisation', 1_000_000, 'By all workers'],
]

/** How often codes may be sent. */
export const LimitSection = ({ policy, change, errors }: SectionProps) => (
  <PolicySection
    title="Limits on sends"
    description="Who sends too often is told how long to wait. Against those who earn by having messages sent."
  >
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {waits.map(([wait, label, least]) => (
        <NumberSetting
          key={wait}
          label={label}
          unit="seconds"
          value={policy.resendWaits[wait]}
          bounds={[least, 600]}
          error={
            wait === 'later' && errors.has('resendWaits')
              ? 'Waits must not become shorter'
              : undefined
          }
          onChange={(value) => change({ resendWaits: { ...policy.resendWaits, [wait]: value } })}
        />
      ))}
      <NumberSetting
        label="Per recipient and task"
        unit="in 10 min"
        value={policy.sendsPerRecipientAndTask}
        bounds={[1, 5]}
        onChange={(sendsPerRecipientAndTask) => change({ sendsPerRecipientAndTask })}
      />
    </div>
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {hourly.map(([limit, label, most, description]) => (
        <NumberSetting
          key={limit}
          label={label}
          unit="per hour"
          description={description}
          value={policy.sendsPerHour[limit]}
          bounds={[1, most]}
          onChange={(value) => change({ sendsPerHour: { ...policy.sendsPerHour, [limit]: value } })}
        />
      ))}
    </div>
  </PolicySection>
)
