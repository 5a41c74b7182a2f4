import type { Channel } from '#domain/otp/channel.ts'
import type { Installation } from '#domain/otp/sender-route.ts'
import type { Clock } from '#domain/shared/clock.ts'
import type { Env } from '#server/platform/env.ts'
import type { Logger } from '#server/platform/logger.ts'
import { createLogMailer } from '#server/platform/mail/log-mailer.ts'
import type { Mailer } from '#server/platform/mail/mailer.ts'
import { createSmtpMailer } from '#server/platform/mail/smtp-mailer.ts'
import type { SmtpAccount } from '#server/platform/mail/smtp-pool.ts'
import type { OtpSender } from './otp/senders/otp-sender.ts'
import { createSmtpSender } from './otp/senders/smtp-sender.ts'
import type { TwilioAccount } from './otp/senders/twilio-account.ts'
import { createTwilioSender } from './otp/senders/twilio-sender.ts'
import type { WhatsappAccount, WhatsappPlatform } from './otp/senders/whatsapp-account.ts'
import { createWhatsappCloudSender } from './otp/senders/whatsapp-cloud-sender.ts'
import type { WebhookSecrets } from './webhooks/webhook-secrets.ts'

/** `parseEnv` has refused what is incomplete. */
const need = (value: string | undefined): string => {
  if (value === undefined) throw new Error('a sender is not set up completely')
  return value
}

const toSmtpAccount = (env: Env): SmtpAccount | undefined => {
  const { SMTP_URL: url, SMTP_DKIM_PRIVATE_KEY: privateKey } = env
  if (url === undefined) return undefined
  return {
    url,
    allowsPlainText: ['localhost', '127.0.0.1'].includes(new URL(url).hostname),
    from: need(env.SMTP_FROM),
    ...(privateKey !== undefined && {
      dkim: {
        domainName: need(env.SMTP_DKIM_DOMAIN),
        keySelector: need(env.SMTP_DKIM_SELECTOR),
        privateKey,
      },
    }),
  }
}

/** How this installation writes to its users. */
export const createPlatformMailer = (env: Env, logger: Logger): Mailer => {
  const account = toSmtpAccount(env)
  return account === undefined ? createLogMailer(logger) : createSmtpMailer(account)
}

const toCallbackUrl = (env: Env) => new URL('/webhooks/twilio', need(env.PUBLIC_URL)).href

/** What proves that a report comes from a provider that is set up. */
export const toWebhookSecrets = (env: Env): WebhookSecrets => ({
  ...(env.TWILIO_ACCOUNT_SID !== undefined && {
    twilio: { authToken: need(env.TWILIO_AUTH_TOKEN), url: toCallbackUrl(env) },
  }),
  // Also without an official number: there can be branded ones.
  ...(env.WHATSAPP_APP_SECRET !== undefined && {
    whatsapp: {
      appSecret: env.WHATSAPP_APP_SECRET,
      verifyToken: need(env.WHATSAPP_VERIFY_TOKEN),
    },
  }),
})

const toTwilioAccount = (env: Env): TwilioAccount | undefined => {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_MESSAGING_SERVICE_SID: service } = env
  if (accountSid === undefined) return undefined
  const { TWILIO_API_KEY_SID: keySid } = env
  return {
    baseUrl: env.TWILIO_BASE_URL,
    accountSid,
    credentials:
      keySid === undefined
        ? { user: accountSid, password: need(env.TWILIO_AUTH_TOKEN) }
        : { user: keySid, password: need(env.TWILIO_API_KEY_SECRET) },
    from:
      service === undefined ? { number: need(env.TWILIO_FROM) } : { messagingServiceSid: service },
    callbackUrl: toCallbackUrl(env),
  }
}

/** How this installation talks to WhatsApp's Cloud API. */
export const toWhatsappPlatform = (env: Env): WhatsappPlatform => ({
  baseUrl: env.WHATSAPP_BASE_URL,
  version: env.WHATSAPP_API_VERSION,
  templatePrefix: env.WHATSAPP_TEMPLATE_PREFIX,
})

/** The official WhatsApp number of this installation; nothing when there is none. */
export const toWhatsappAccount = (env: Env): WhatsappAccount | undefined => {
  const { WHATSAPP_PHONE_NUMBER_ID: phoneNumberId } = env
  if (phoneNumberId === undefined) return undefined
  return {
    ...toWhatsappPlatform(env),
    phoneNumberId,
    businessAccountId: need(env.WHATSAPP_BUSINESS_ACCOUNT_ID),
    accessToken: need(env.WHATSAPP_ACCESS_TOKEN),
  }
}

/** The senders of this installation, as its environment says; none for a channel that is not set up. */
export const createPlatformSenders = (
  env: Env,
  clock: Clock,
): Partial<Record<Channel, OtpSender>> => {
  const smtp = toSmtpAccount(env)
  const twilio = toTwilioAccount(env)
  const whatsapp = toWhatsappAccount(env)
  return {
    ...(smtp && { email: createSmtpSender(smtp) }),
    ...(twilio && { sms: createTwilioSender(twilio, clock) }),
    ...(whatsapp && { whatsapp: createWhatsappCloudSender(whatsapp) }),
  }
}

/** What this installation has to send by, with what messages come from: for people to recognise. */
export const toInstallation = (env: Env): Installation => {
  const { SMTP_URL, SMTP_FROM, TWILIO_ACCOUNT_SID, TWILIO_FROM, WHATSAPP_PHONE_NUMBER_ID } = env
  const service = env.TWILIO_MESSAGING_SERVICE_SID
  return {
    hasSandbox: env.SANDBOX,
    official: {
      ...(SMTP_URL !== undefined && { email: need(SMTP_FROM) }),
      ...(TWILIO_ACCOUNT_SID !== undefined && {
        sms: service === undefined ? need(TWILIO_FROM) : `Messaging service …${service.slice(-4)}`,
      }),
      ...(WHATSAPP_PHONE_NUMBER_ID !== undefined && {
        whatsapp: `Official number, id …${WHATSAPP_PHONE_NUMBER_ID.slice(-4)}`,
      }),
    },
  }
}
