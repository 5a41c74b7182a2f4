import type { ReconciliationSources } from './billing/run-reconciliation-service.ts'
import { fetchPricesAcrossOrgs } from './otp/message-price-service.ts'
import type { OtpSender } from './otp/senders/otp-sender.ts'
import type { Context } from './platform/context.ts'
import type { Logger } from './platform/logger.ts'
import { refreshOpenTopUps } from './top-ups/settle-payment-service.ts'
import type { Payments } from './top-ups/top-up-dependencies.ts'

/** Whom this installation asks when it reconciles: the senders' providers, and who takes the money. */
export const createReconciliationSources = (
  context: Context,
  dependencies: {
    logger: Logger
    smsSender: OtpSender | undefined
    payments: Payments | undefined
  },
): ReconciliationSources => {
  const { logger, smsSender, payments } = dependencies
  return {
    logger,
    fetchPrices: () => fetchPricesAcrossOrgs(context, { smsSender, logger }),
    refreshTopUps: async () =>
      payments === undefined ? null : refreshOpenTopUps(context, logger, payments.provider.lookUp),
  }
}
