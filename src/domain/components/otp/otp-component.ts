import { channelLabels } from '#domain/otp/channel.ts'
import { defineComponentType } from '../component-type.ts'
import { checkOtpAnswer } from './otp-answer.ts'
import { findOtpProblems } from './otp-problems.ts'
import { type OtpComponent, otpSchema } from './otp-schema.ts'

/** The OTP component: a one-time code goes to the recipient, the worker enters it. */
export const otpComponent = defineComponentType<OtpComponent>({
  label: 'OTP',
  schema: otpSchema,
  presets: [
    {
      name: 'otp',
      label: 'OTP',
      description: 'Verifies the recipient by a one-time code',
      synonyms: ['code', 'verify', 'verification', 'mfa', '2fa', 'pin', 'whatsapp', 'sms', 'email'],
      settings: { title: 'OTP' },
    },
  ],
  asksAnswer: true,
  recipientKind: () => null,
  comparesAs: () => 'presence',
  choices: () => null,
  describe: (otp) => `OTP by ${channelLabels[otp.channel]}`,
  renameReference: (otp, from, to) =>
    otp.recipientField === from ? { ...otp, recipientField: to } : otp,
  checkAnswer: checkOtpAnswer,
  findProblems: findOtpProblems,
})
