import { writeEmail } from '#domain/otp/message-text.ts'
import { createSmtpPool, type SmtpAccount } from '#server/platform/mail/smtp-pool.ts'
import { wasNeverConnected } from './call-provider.ts'
import { type OtpMessage, type OtpSender, refused, type SendOutcome } from './otp-sender.ts'

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same words as the text, the code large enough to be read from a distance. */
const toHtml = (paragraphs: readonly string[], digits: string): string => {
  const lines = paragraphs.map((paragraph) => {
    const text = escapeHtml(paragraph).replace(digits, `<strong>${digits}</strong>`)
    return `<p>${text}</p>`
  })
  const code = `<p style="font-size:28px;letter-spacing:4px;font-family:monospace">${digits}</p>`
  return `<!doctype html><html><body style="font-family:sans-serif">${code}${lines.join('')}</body></html>`
}

const toMail = ({ from }: SmtpAccount, message: OtpMessage) => {
  const digits = message.code.reveal()
  const { subject, paragraphs } = writeEmail({ ...message, digits })
  return {
    from: { name: message.organisationName.replace(/\s+/g, ' '), address: from },
    to: message.recipient,
    subject,
    text: paragraphs.join('\n\n'),
    html: toHtml(paragraphs, digits),
    messageId: toMessageId(message.challengeId, from),
    // Nobody reads answers; machines shall not send any.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}

const toMessageId = (challengeId: string, from: string) =>
  `<${challengeId}@${from.slice(from.lastIndexOf('@') + 1)}>`

interface MailError extends Error {
  code?: string
  /** What the system called it. */
  originalCode?: string
  command?: string
  responseCode?: number
  timeoutType?: string
}

/** Before the answer to these commands nothing of the message was handed over. */
const beforeTheMessage = ['EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO']

const wasNeverHandedOver = ({ code, originalCode, command, timeoutType }: MailError): boolean =>
  ['EDNS', 'ETLS', 'EPROXY'].includes(code ?? '') ||
  wasNeverConnected(originalCode) ||
  ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'].includes(timeoutType ?? '') ||
  beforeTheMessage.some((before) => command?.startsWith(before))

/** What the lack of a success means: the server refused, was not reached, or may have taken it. */
const judge = (error: MailError): SendOutcome => {
  const { code, command, responseCode = 0 } = error
  const providerCode = responseCode > 0 ? String(responseCode) : (code ?? null)
  if (code === 'EAUTH') return refused('sender-unauthorised', providerCode)
  if (code === 'ETLS') return refused('provider-down', providerCode)
  if (responseCode >= 500) {
    return refused(command === 'RCPT TO' ? 'invalid-address' : 'undeliverable', providerCode)
  }
  if (responseCode >= 400) return refused('provider-busy', providerCode)
  return wasNeverHandedOver(error)
    ? refused('provider-down', providerCode)
    : { outcome: 'unknown', reason: code ?? 'no answer' }
}

/** Sends Email by SMTP, over a few connections that are kept open. */
export const createSmtpSender = (account: SmtpAccount): OtpSender & { close(): void } => {
  const pool = createSmtpPool(account)
  return {
    // SMTP has no reports: what is not known when the code expires stays unknown.
    reportsWithin: 0,
    async send(message) {
      try {
        const { messageId } = await pool.sendMail(toMail(account, message))
        return { outcome: 'accepted', providerMessageId: messageId }
      } catch (error) {
        return judge(error as MailError)
      }
    },
    lookUp: async () => ({ outcome: 'unknown' }),
    close: () => pool.close(),
  }
}
