import type { Logger } from '../logger.ts'
import type { Mailer } from './mailer.ts'

/** For where no mail server is set up: notes that there was a message, without saying to whom. */
export const createLogMailer = (logger: Logger): Mailer => ({
  async send({ subject }) {
    logger.info({ subject }, 'a mail that nobody gets: no mail server is set up')
  },
})
