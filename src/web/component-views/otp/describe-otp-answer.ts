import type { AnswerValue, OtpAnswer } from '#domain/components/answer.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import { formatDateTime } from '#web/shared/format-time.ts'

/** The proof of a verification, when an answer is one. */
export const findOtpAnswer = (value: AnswerValue): OtpAnswer | undefined =>
  typeof value === 'object' && value !== null && 'verifiedAt' in value ? value : undefined

/** The label of a channel, also of one that this version does not know. */
export const labelOfChannel = (channel: string): string =>
  Object.hasOwn(channelLabels, channel) ? channelLabels[channel as Channel] : channel

/** "Verified by WhatsApp, +62 812-•••-•789, 22 Nov 2026, 14:30". */
export const describeOtpAnswer = (value: AnswerValue): string => {
  const answer = findOtpAnswer(value)
  if (answer === undefined) return ''
  const { channel, maskedRecipient, verifiedAt } = answer
  return `Verified by ${labelOfChannel(channel)}, ${maskedRecipient}, ${formatDateTime(verifiedAt)}`
}
