import { channelLabels, channels } from '#domain/otp/channel.ts'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { NumberSetting } from './number-setting.tsx'
import { PolicySection, type SectionProps } from './section.tsx'
import { Tick } from './tick.tsx'

/** How a code is: how it travels, how long it is valid, how often it may be entered wrongly. */
export const CodeSection = ({ policy, change, errors }: SectionProps) => (
  <PolicySection
    title="Codes"
    description="Messages, WhatsApp templates and the worker's screen tell the same life as is enforced."
  >
    <fieldset>
      <legend className="mb-1.5 font-medium text-ink text-sm">Channels</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {channels.map((channel) => (
          <Tick
            key={channel}
            label={channelLabels[channel]}
            checked={policy.allowedChannels.includes(channel)}
            onChange={(isOn) =>
              change({
                allowedChannels: channels.filter((one) =>
                  one === channel ? isOn : policy.allowedChannels.includes(one),
                ),
              })
            }
          />
        ))}
      </div>
      {errors.has('allowedChannels') && (
        <p className="mt-1 font-medium text-danger-ink text-xs">At least one channel is needed</p>
      )}
    </fieldset>
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      <NumberSetting
        label="Validity"
        unit="minutes"
        description="WhatsApp needs an approved template for each length."
        value={policy.validityMinutes}
        bounds={[1, 10]}
        onChange={(validityMinutes) => change({ validityMinutes })}
      />
      <NumberSetting
        label="Tries"
        unit="per recipient"
        description="A new code gives no new ones for 15 minutes."
        value={policy.maximumAttempts}
        bounds={[3, 10]}
        onChange={(maximumAttempts) => change({ maximumAttempts })}
      />
      <Field
        className="col-span-2 sm:col-span-1"
        label="SMS autofill domain"
        description="Adds a last line by which phones fill the code in. Empty: none."
        error={errors.has('smsAutofillDomain') ? 'A domain such as example.com' : undefined}
      >
        {(control) => (
          <Input
            {...control}
            placeholder="example.com"
            value={policy.smsAutofillDomain}
            onChange={({ target }) => change({ smsAutofillDomain: target.value.trim() })}
          />
        )}
      </Field>
    </div>
  </PolicySection>
)
