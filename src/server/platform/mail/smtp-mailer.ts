import type { Mailer } from './mailer.ts'
import { createSmtpPool, type SmtpAccount } from './smtp-pool.ts'

/** Sends the product's own mail by SMTP. There is little of it, so no connection is kept open for it. */
export const createSmtpMailer = (account: SmtpAccount): Mailer => ({
  async send({ to, subject, text }) {
    const pool = createSmtpPool(account)
    try {
      const from = { name: 'Sandi', address: account.from }
      await pool.sendMail({ from, to, subject, text })
    } finally {
      pool.close()
    }
  },
})
