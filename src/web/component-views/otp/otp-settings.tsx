import { canReceive } from '#domain/components/otp/otp-recipient.ts'
import {
  backupWaitBounds,
  digitBounds,
  type OtpComponent,
} from '#domain/components/otp/otp-schema.ts'
import { type Channel, channelLabels, channels, recipientKindOf } from '#domain/otp/channel.ts'
import type { SettingsProps } from '../component-view.ts'
import { ChoiceSetting, NumberSetting, SwitchSetting } from '../shared/setting-controls.tsx'
import type { Setting } from '../shared/use-settings-form.ts'
import { OtpCost } from './otp-cost.tsx'
import { RecipientSetting } from './recipient-setting.tsx'

const isWeak = (digits: number) => digits >= digitBounds.minimum && digits < digitBounds.usual

/** What a code is sent by, how long it is and who gets it. */
export const OtpSettings = (props: SettingsProps<OtpComponent>) => {
  const { component, form, listFields, onCreateRecipient } = props
  const fields = listFields()
  const { channel, recipientField, backupChannel } = component
  const digits = form.setting('digits')
  const recipient = fields.find(({ id }) => id === recipientField)

  const chooseChannel = (chosen: Channel) => {
    const fitting = fields.filter((field) => canReceive(field, chosen))
    const [only] = fitting.length === 1 ? fitting : []
    const kept = recipient && fitting.includes(recipient) ? recipient : only
    const backupFits =
      backupChannel !== null &&
      backupChannel !== chosen &&
      recipientKindOf(backupChannel) === recipientKindOf(chosen)
    form.changeAll({
      channel: chosen,
      recipientField: kept?.id ?? null,
      backupChannel: backupFits ? backupChannel : null,
    })
  }
  const backups = channels.filter(
    (other) => other !== channel && recipientKindOf(other) === recipientKindOf(channel),
  )

  return (
    <>
      <ChoiceSetting
        name="channel"
        label="Send OTP Via"
        value={channel}
        onChange={(value) => chooseChannel(value as Channel)}
      >
        {channels.map((name) => (
          <option key={name} value={name}>
            {channelLabels[name]}
          </option>
        ))}
      </ChoiceSetting>
      <NumberSetting
        name="digits"
        label="Digits"
        minimum={digitBounds.minimum}
        maximum={digitBounds.maximum}
        // Empty while it is typed: the schema says what is missing.
        setting={digits as Setting<number | null>}
        description={
          isWeak(digits.value)
            ? 'NIST SP 800-63B asks for at least 6 digits: fewer are easier to guess.'
            : undefined
        }
      />
      <RecipientSetting
        channel={channel}
        value={recipientField}
        fields={fields}
        onChange={(id) => form.changeAll({ recipientField: id })}
        onCreate={onCreateRecipient}
      />
      {backups.length > 0 && (
        <ChoiceSetting
          name="backupChannel"
          label="Backup channel"
          description="Offered when the recipient cannot be reached by the first."
          value={backupChannel ?? ''}
          onChange={(value) =>
            form.changeAll({ backupChannel: value === '' ? null : (value as Channel) })
          }
        >
          <option value="">None</option>
          {backups.map((name) => (
            <option key={name} value={name}>
              {channelLabels[name]}
            </option>
          ))}
        </ChoiceSetting>
      )}
      {backupChannel !== null && (
        <>
          <NumberSetting
            name="backupAfterSeconds"
            label="Backup after (seconds)"
            minimum={backupWaitBounds.minimum}
            maximum={backupWaitBounds.maximum}
            setting={form.setting('backupAfterSeconds') as Setting<number | null>}
            description="How long the first channel may take to deliver."
          />
          <SwitchSetting
            name="backupAutomatic"
            label="Use the backup automatically"
            description="Sends by the backup channel without asking the worker, and charges it."
            setting={form.setting('backupAutomatic')}
          />
        </>
      )}
      <OtpCost channel={channel} />
    </>
  )
}
