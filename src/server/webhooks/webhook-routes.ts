import { Hono, type Context as HttpContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Failure } from '#contract/failure.ts'
import type { Context } from '#server/platform/context.ts'
import type { ApiEnvironment } from '#server/platform/http/api-environment.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { receiveWebhook } from './receive-webhook-service.ts'
import type { WebhookSecrets } from './webhook-secrets.ts'
import { isSameWord, isSignedByMeta, isSignedByTwilio } from './webhook-signatures.ts'

/** Meta sends up to 1,000 reports at once, of about a kilobyte each. */
const largestBody = 4 * 1024 * 1024

const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: () => toProblemResponse({ code: 'too-large', detail: 'The body is too large.' }),
})

const notSigned: Failure = { code: 'forbidden', detail: 'The signature is not right.' }

/** The query of a request as it was written, without the question mark. */
const findQuery = ({ req }: HttpContext): string => {
  const start = req.url.indexOf('?')
  return start < 0 ? '' : req.url.slice(start + 1)
}

/**
 * Where providers report what became of messages. They come from servers, not from browsers, so no
 * cookie and no origin is looked at: the signature over the raw body is all that counts.
 * A branded number with a Meta app of its own has an address and a signature of its own.
 */
export const createWebhookRoutes = (
  context: Context,
  { twilio, whatsapp }: WebhookSecrets,
  findAppSecret: (organizationId: string) => Promise<string | undefined>,
) => {
  const routes = new Hono<ApiEnvironment>()
  if (twilio !== undefined) {
    routes.post('/twilio', limitBody, async (c) => {
      const body = await c.req.text()
      const query = findQuery(c)
      const url = query === '' ? twilio.url : `${twilio.url}?${query}`
      const signature = c.req.header('x-twilio-signature')
      if (!(await isSignedByTwilio(twilio.authToken, { url, body, signature }))) {
        return toProblemResponse(notSigned)
      }
      await receiveWebhook(context, { provider: 'twilio', query, body })
      return c.body(null, 204)
    })
  }
  if (whatsapp !== undefined) {
    routes.get('/whatsapp/:organizationId?', async (c) => {
      const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': word } = c.req.query()
      const isMeta = mode === 'subscribe' && (await isSameWord(whatsapp.verifyToken, token ?? ''))
      return isMeta ? c.text(word ?? '') : toProblemResponse(notSigned)
    })
    routes.post('/whatsapp/:organizationId?', limitBody, async (c) => {
      const organizationId = c.req.param('organizationId')
      const secret =
        organizationId === undefined ? whatsapp.appSecret : await findAppSecret(organizationId)
      const body = await c.req.text()
      const signature = c.req.header('x-hub-signature-256')
      if (secret === undefined || !(await isSignedByMeta(secret, { body, signature }))) {
        return toProblemResponse(notSigned)
      }
      await receiveWebhook(context, { provider: 'whatsapp', query: '', body })
      return c.body(null, 200)
    })
  }
  return routes
}
