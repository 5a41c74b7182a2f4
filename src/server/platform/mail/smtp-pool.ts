import { createTransport, type Transporter } from 'nodemailer'
import { second } from '#domain/shared/clock.ts'

/** A mail server, and whom its messages come from. */
export interface SmtpAccount {
  /** `smtps://user:password@host:465`, or `smtp://…:587`, which turns to TLS by STARTTLS. */
  url: string
  /** The address that messages come from. */
  from: string
  dkim?: { domainName: string; keySelector: string; privateKey: string }
  /** Whether mail may go without TLS: only to a server on this machine. */
  allowsPlainText?: boolean
  /** Certificates to trust besides the usual ones, as PEM. */
  certificateAuthority?: string
  /** How long the server may take to answer, in milliseconds. */
  timeLimit?: number
}

/** A few connections to a mail server, which are kept open. */
export const createSmtpPool = (account: SmtpAccount): Transporter => {
  const { url, dkim, allowsPlainText, certificateAuthority, timeLimit = 20 * second } = account
  return createTransport({
    url,
    pool: true,
    maxConnections: 4,
    // Sending again after a dropped connection would send twice what was taken.
    maxRequeues: 0,
    requireTLS: !allowsPlainText,
    // Shorter than the last one, so that it is known that nothing was handed over yet.
    connectionTimeout: timeLimit / 2,
    greetingTimeout: timeLimit / 2,
    socketTimeout: timeLimit,
    ...(dkim && { dkim }),
    ...(certificateAuthority && { tls: { ca: certificateAuthority } }),
  })
}
