import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '#server/platform/context.ts'
import type { ApiEnvironment } from '#server/platform/http/api-environment.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { applyCheckoutState } from './settle-payment-service.ts'
import type { TopUpDependencies } from './top-up-dependencies.ts'

const tooLarge = () =>
  toProblemResponse({ code: 'too-large', detail: 'A notice may have at most 256 KiB.' })

/**
 * Where Stripe tells what became of a checkout: from anybody who can sign it, and from nobody else.
 * An answer of 500 makes Stripe tell it again.
 */
export const createPaymentWebhook = (context: Context, { payments, logger }: TopUpDependencies) =>
  new Hono<ApiEnvironment>().post(
    '/stripe',
    bodyLimit({ maxSize: 256 * 1024, onError: tooLarge }),
    async (c) => {
      if (payments?.readNotice === undefined) {
        return toProblemResponse({ code: 'not-found', detail: 'Stripe is not set up here.' })
      }
      const signature = c.req.header('stripe-signature') ?? ''
      const notice = await payments.readNotice(await c.req.text(), signature)
      if (notice === undefined) {
        logger.warn({}, "a notice without Stripe's signature was refused")
        return toProblemResponse({ code: 'bad-request', detail: 'The signature is not valid.' })
      }
      if (notice !== 'irrelevant') {
        await applyCheckoutState(context, logger, { ...notice, ended: 'expired' })
      }
      return c.json({ received: true })
    },
  )
