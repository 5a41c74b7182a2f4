import { OtpCode } from '#domain/otp/otp-code.ts'
import type { OtpMessage } from '#server/otp/senders/otp-sender.ts'

/** A message for a sender; its code is 049381. */
export const aMessage = (more: Partial<OtpMessage> = {}): OtpMessage => ({
  challengeId: 'challenge-1',
  organizationId: 'organization-1',
  organisationName: 'Demo & Sons',
  channel: 'sms',
  recipient: '+6281234567890',
  code: new OtpCode('049381'),
  language: 'en',
  validityMinutes: 5,
  remainingSeconds: 290,
  autofillDomain: '',
  ...more,
})
