import { z } from 'zod'
import { fallbackLanguage, type MessageLanguage } from '#domain/otp/message-language.ts'
import { hour } from '#domain/shared/clock.ts'
import { callProvider, judgeStatus } from './call-provider.ts'
import { findMetaFailure, templateMissing } from './meta-errors.ts'
import { type OtpMessage, type OtpSender, refused, type SendOutcome } from './otp-sender.ts'
import { toTemplateName, toWhatsappHeaders, type WhatsappAccount } from './whatsapp-account.ts'

const sentSchema = z.object({ messages: z.tuple([z.object({ id: z.string() })]).rest(z.unknown()) })
const errorSchema = z.object({ error: z.object({ code: z.number() }) })

/** How long Meta tries to bring its reports to us. */
export const whatsappReportsWithin = 36 * hour

const toBody = (account: WhatsappAccount, message: OtpMessage, language: MessageLanguage) => {
  const { challengeId, recipient, code, validityMinutes } = message
  const parameters = [{ type: 'text', text: code.reveal() }]
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: recipient.replace('+', ''),
    type: 'template',
    template: {
      name: toTemplateName(account, validityMinutes),
      language: { code: language, policy: 'deterministic' },
      components: [
        { type: 'body', parameters },
        // The button that copies the code.
        { type: 'button', sub_type: 'url', index: '0', parameters },
      ],
    },
    // Comes back in every report.
    biz_opaque_callback_data: challengeId,
  }
}

const judge = (status: number, body: unknown): SendOutcome => {
  if (status < 300) {
    const sent = sentSchema.safeParse(body)
    return sent.success
      ? { outcome: 'accepted', providerMessageId: sent.data.messages[0].id }
      : { outcome: 'unknown', reason: 'an answer without the id of the message' }
  }
  const code = errorSchema.safeParse(body).data?.error.code
  const failure = code === undefined ? undefined : findMetaFailure(code)
  const providerCode = code === undefined ? null : String(code)
  return failure === undefined ? judgeStatus(status, providerCode) : refused(failure, providerCode)
}

const sendIn = async (
  account: WhatsappAccount,
  message: OtpMessage,
  language: MessageLanguage,
): Promise<SendOutcome> => {
  const { baseUrl, version, phoneNumberId } = account
  const answer = await callProvider(`${baseUrl}/${version}/${phoneNumberId}/messages`, {
    method: 'POST',
    headers: toWhatsappHeaders(account),
    body: JSON.stringify(toBody(account, message, language)),
  })
  return 'outcome' in answer ? answer : judge(answer.status, answer.body)
}

/**
 * Sends by WhatsApp's Cloud API, with an authentication template. Where there is no approved one in the
 * language that was asked for, which Meta says before it takes anything, the fall-back is used.
 */
export const createWhatsappCloudSender = (account: WhatsappAccount): OtpSender => ({
  reportsWithin: whatsappReportsWithin,
  async send(message) {
    const outcome = await sendIn(account, message, message.language)
    const isMissing =
      outcome.outcome === 'refused' && outcome.providerCode === String(templateMissing)
    return isMissing && message.language !== fallbackLanguage
      ? sendIn(account, message, fallbackLanguage)
      : outcome
  },
  // Meta can not be asked about a message; its reports tell.
  lookUp: async () => ({ outcome: 'unknown' }),
})
