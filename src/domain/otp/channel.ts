/** The ways a code can travel, with the label that the screens use. */
export const channelLabels = { email: 'Email', sms: 'SMS', whatsapp: 'WhatsApp' } as const

export type Channel = keyof typeof channelLabels

export const channels = Object.keys(channelLabels) as [Channel, ...Channel[]]

/** What a recipient field must hold for a code to reach somebody. */
export type RecipientKind = 'email' | 'phoneNumber'

/** The kind of recipient that a channel needs. */
export const recipientKindOf = (channel: Channel): RecipientKind =>
  channel === 'email' ? 'email' : 'phoneNumber'

export const recipientKindLabels: Record<RecipientKind, string> = {
  email: 'Email',
  phoneNumber: 'Phone Number',
}
