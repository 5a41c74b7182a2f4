import {
  balanceMailJob,
  createBalanceMail,
  createBalanceWatch,
} from './billing/balance-watch-service.ts'
import type { OtpOptions } from './otp/otp-service.ts'
import {
  conversionMailJob,
  createConversionMail,
  createConversionWatch,
} from './otp-policy/conversion-watch-service.ts'
import type { Context } from './platform/context.ts'
import type { Logger } from './platform/logger.ts'
import type { Mailer } from './platform/mail/mailer.ts'
import { createNumberMail, numberMailJob } from './senders/number-mail-service.ts'
import {
  createProcessWebhooks,
  createRetryWebhook,
  webhookJob,
} from './webhooks/process-webhooks-service.ts'

/**
 * What a process does beside answering requests and sending codes. `operators` are the email addresses
 * of those who run the installation.
 */
export const createBackgroundWork = (
  context: Context,
  logger: Logger,
  { mailer, operators }: { mailer: Mailer; operators: readonly string[] },
): Required<Pick<OtpOptions, 'chores' | 'handlers'>> => ({
  chores: [
    createProcessWebhooks(context, logger),
    createBalanceWatch(context),
    createConversionWatch(context),
  ],
  handlers: {
    [webhookJob]: createRetryWebhook(context, logger),
    [balanceMailJob]: createBalanceMail(context, mailer),
    [conversionMailJob]: createConversionMail(context, mailer),
    [numberMailJob]: createNumberMail(context, mailer, operators),
  },
})
