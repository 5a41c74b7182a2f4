import type { Channel } from '#domain/otp/channel.ts'
import type { SendFailure } from '#domain/otp/send-failure.ts'
import type { Context } from '#server/platform/context.ts'
import { findSandboxMessage, keepSandboxMessage } from '#server/sandbox/sandbox-inbox-service.ts'
import type { OtpMessage, OtpSender, SendOutcome } from './otp-sender.ts'

/** Twilio's test numbers, with what sending to them answers (their error codes in brackets). */
const magicNumbers: Readonly<Record<string, SendFailure>> = {
  '+15005550001': 'invalid-number', // 21211
  '+15005550002': 'unreachable-region', // 21612
  '+15005550003': 'region-not-enabled', // 21408
  '+15005550004': 'opted-out', // 21610
  '+15005550009': 'not-mobile', // 21614
}

/** The longest name with which the text still is one SMS of 160 characters. */
const longestName = 40

const senders: Record<Channel, string> = {
  email: 'no-reply@sandi.test',
  sms: 'SANDI',
  whatsapp: 'Sandi',
}

const write: Record<
  Channel,
  (code: string, name: string, minutes: string) => { subject: string | null; text: string }
> = {
  email: (code, name, minutes) => ({
    subject: `${code} is your ${name} code`,
    text: `Hello,\n\n${code} is your verification code from ${name}.\n\nTell it to the worker who is with you. It is valid for ${minutes}.\n\nIf you are not expecting anybody from ${name}, ignore this message and share the code with nobody.`,
  }),
  sms: (code, name, minutes) => ({
    subject: null,
    text: `${code} is your ${name} code, valid for ${minutes}. Tell it only to the worker who is with you.`,
  }),
  // WhatsApp's own wording for authentication, which no sender can change.
  whatsapp: (code, _name, minutes) => ({
    subject: null,
    text: `*${code}* is your verification code. For your security, do not share this code.\nThis code expires in ${minutes}.`,
  }),
}

const toInboxMessage = ({
  organizationId,
  organisationName,
  challengeId,
  channel,
  recipient,
  code,
  validityMinutes,
}: OtpMessage) => {
  const digits = code.reveal()
  const name = organisationName.slice(0, longestName)
  const minutes = validityMinutes === 1 ? '1 minute' : `${validityMinutes} minutes`
  const sender = channel === 'whatsapp' ? organisationName : senders[channel]
  return {
    ...{ organizationId, challengeId, channel, recipient, sender, code: digits },
    ...write[channel](digits, name, minutes),
  }
}

/** Brings messages to the sandbox inbox instead of to people, or fails as it was told to. */
export const createSandboxSender = (context: Context): OtpSender => ({
  async send(message): Promise<SendOutcome> {
    const magic = message.channel === 'email' ? undefined : magicNumbers[message.recipient]
    if (magic !== undefined) return { outcome: 'refused', failure: magic }
    const kept = await keepSandboxMessage(context, toInboxMessage(message))
    switch (kept.outcome) {
      case 'provider-down':
        return { outcome: 'temporary', reason: 'the sandbox plays a provider that is down' }
      case 'undeliverable':
        return { outcome: 'refused', failure: 'undeliverable' }
      case 'not-on-whatsapp':
        return { outcome: 'refused', failure: 'not-on-whatsapp' }
      case 'delivered':
      case 'slow':
        return { outcome: 'accepted', providerMessageId: kept.id }
    }
  },
  async lookUp(challengeId) {
    const id = await findSandboxMessage(context, challengeId)
    return id === undefined
      ? { outcome: 'not-accepted' }
      : { outcome: 'accepted', providerMessageId: id }
  },
})
