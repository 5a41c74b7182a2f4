import { channelSchema } from '#domain/otp/channel-schema.ts'
import { lost, noDefaultField, numberField, unset } from '../mileapp-fields.ts'
import { defineMileappMapping, type MileappField } from '../mileapp-mapping.ts'
import { digitBounds, type OtpComponent } from './otp-schema.ts'

const channelField: MileappField<OtpComponent> = {
  keys: ['serviceSender', 'sendOtpVia', 'sendVia', 'channel'],
  becomes: 'Send OTP Via, in any case',
  read: (value) => {
    if (value === null) return unset
    const channel = channelSchema.safeParse(String(value).trim().toLowerCase())
    return channel.success
      ? { settings: { channel: channel.data } }
      : lost('It is none of email, sms and whatsapp.')
  },
  write: ({ channel }) => ({ serviceSender: channel }),
}

const recipientFieldField: MileappField<OtpComponent> = {
  keys: ['recipientField', 'recipient'],
  becomes: 'Recipient Field: `$componentId`, or the bare id',
  read: (value, _source, idOf) => {
    if (value === null || value === '') return unset
    if (typeof value !== 'string') return lost('It does not name a component.')
    return { settings: { recipientField: idOf(value.replace(/^\$/, '')) } }
  },
  write: ({ recipientField }, idOf) => ({
    recipientField: recipientField === null ? null : `$${idOf(recipientField)}`,
  }),
}

/** MileApp's reference does not show this kind; its send API names the channel `serviceSender`. */
export const otpMileapp = defineMileappMapping<OtpComponent>({
  component: 'otp',
  fields: [
    noDefaultField,
    channelField,
    numberField(['digits', 'digit', 'otpLength'], 'digits', digitBounds, 'Digits'),
    recipientFieldField,
  ],
  kept: [],
})
