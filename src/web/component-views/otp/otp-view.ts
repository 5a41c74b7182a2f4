import { ShieldCheck } from 'lucide-react'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { channelIcons } from '#web/shared/channel-icons.ts'
import type { ComponentView } from '../component-view.ts'
import { OtpSettings } from './otp-settings.tsx'

/** The OTP component in the Flow Builder. */
export const otpView: ComponentView<OtpComponent> = {
  icon: ({ channel }) => channelIcons[channel],
  presetIcon: () => ShieldCheck,
  detail: ({ channel, digits, recipientField }, titleOf) => {
    const recipient = recipientField === null ? undefined : titleOf(recipientField)
    const sent = `${channelLabels[channel]} · ${digits} digits`
    return recipient === undefined ? sent : `${sent} → ${recipient}`
  },
  asksAnswer: true,
  Settings: OtpSettings,
}
