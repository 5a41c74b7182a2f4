import type { Channel } from '#domain/otp/channel.ts'
import { type MessageFacts, writeEmail, writeSms } from '#domain/otp/message-text.ts'
import type { Context } from '#server/platform/context.ts'
import { findSandboxMessage, keepSandboxMessage } from '#server/sandbox/sandbox-inbox-service.ts'
import { type OtpMessage, type OtpSender, refused, type SendOutcome } from './otp-sender.ts'
import { findTwilioFailure } from './twilio-errors.ts'

/** Twilio's test numbers, with the error that sending to each meets. */
const magicNumbers: Readonly<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}

/** The refusal that a recipient stands for, if it is one of the test numbers. */
const findMagicRefusal = ({ channel, recipient }: OtpMessage): SendOutcome | undefined => {
  const code = channel === 'email' ? undefined : magicNumbers[recipient]
  const failure = code === undefined ? undefined : findTwilioFailure(code)
  return failure && refused(failure, String(code))
}

/** What a message is, as its recipient reads it. */
interface Written {
  subject: string | null
  text: string
}

const senders: Record<Channel, string> = {
  email: 'no-reply@sandi.test',
  sms: 'SANDI',
  whatsapp: 'Sandi',
}

const write: Record<Channel, (facts: MessageFacts, domain: string) => Written> = {
  email: (facts) => {
    const { subject, paragraphs } = writeEmail(facts)
    return { subject, text: paragraphs.join('\n\n') }
  },
  sms: (facts, domain) => ({ subject: null, text: writeSms(facts, domain) }),
  // WhatsApp's own wording for authentication, which no sender can change.
  whatsapp: ({ digits, validityMinutes }) => ({
    subject: null,
    text: `*${digits}* is your verification code. For your security, do not share this code.\nThis code expires in ${validityMinutes === 1 ? '1 minute' : `${validityMinutes} minutes`}.`,
  }),
}

const toInboxMessage = (message: OtpMessage) => {
  const { organizationId, organisationName, challengeId, channel, recipient, code } = message
  const digits = code.reveal()
  const sender = channel === 'whatsapp' ? organisationName : senders[channel]
  return {
    ...{ organizationId, challengeId, channel, recipient, sender, code: digits },
    ...write[channel]({ ...message, digits }, message.autofillDomain),
  }
}

/** Brings messages to the sandbox inbox instead of to people, or fails as it was told to. */
export const createSandboxSender = (context: Context): OtpSender => ({
  async send(message): Promise<SendOutcome> {
    const magic = findMagicRefusal(message)
    if (magic !== undefined) return magic
    const kept = await keepSandboxMessage(context, toInboxMessage(message))
    switch (kept.outcome) {
      case 'provider-down':
        return refused('provider-down')
      case 'undeliverable':
        return refused('undeliverable')
      case 'not-on-whatsapp':
        return refused('not-on-whatsapp')
      case 'delivered':
      case 'slow':
        return { outcome: 'accepted', providerMessageId: kept.id }
    }
  },
  reportsWithin: 0,
  async lookUp({ challengeId }) {
    const id = await findSandboxMessage(context, challengeId)
    return id === undefined
      ? { outcome: 'not-accepted' }
      : { outcome: 'accepted', providerMessageId: id }
  },
})
