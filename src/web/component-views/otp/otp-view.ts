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
    const way = channelLabels[channel]
    // The recipient before the digits: what is at the end may be cut.
    const sent = recipient === undefined ? way : `${way} → ${recipient}`
    return `${sent} · ${digits} digits`
  },
  asksAnswer: true,
  Settings: OtpSettings,
}
