import { z } from 'zod'

const baseUrl = (address: string) =>
  z
    .url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(address)

const sid = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `must be ${prefix} and 32 hexadecimal digits`)
    .optional()

/** The environment variables of the senders. A sender is set up when its first variable is set. */
export const senderVariables = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a URL that begins with smtp:// or smtps://' })
    .optional(),
  SMTP_FROM: z.email('must be an email address').optional(),
  SMTP_DKIM_DOMAIN: z.string().optional(),
  SMTP_DKIM_SELECTOR: z.string().optional(),
  SMTP_DKIM_PRIVATE_KEY: z
    .string()
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .optional(),
  TWILIO_ACCOUNT_SID: sid('AC'),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_API_KEY_SID: sid('SK'),
  TWILIO_API_KEY_SECRET: z.string().optional(),
  TWILIO_MESSAGING_SERVICE_SID: sid('MG'),
  TWILIO_FROM: z.string().optional(),
  TWILIO_BASE_URL: baseUrl('https://api.twilio.com'),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/, 'must be a number').optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z.string().regex(/^\d+$/, 'must be a number').optional(),
  WHATSAPP_ACCESS_TOKEN: z.string().optional(),
  WHATSAPP_APP_SECRET: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().optional(),
  WHATSAPP_TEMPLATE_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]{1,400}$/, 'must be small letters, digits and underscores')
    .default('sandi_code'),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must be a version such as v24.0')
    .default('v24.0'),
  WHATSAPP_BASE_URL: baseUrl('https://graph.facebook.com'),
}

type Given = Record<string, string | undefined>

/** What else a variable needs, once it is set: each entry one of several names. */
const needs: Record<string, string[][]> = {
  SMTP_URL: [['SMTP_FROM']],
  SMTP_DKIM_PRIVATE_KEY: [['SMTP_DKIM_DOMAIN'], ['SMTP_DKIM_SELECTOR']],
  TWILIO_ACCOUNT_SID: [
    // The token also signs what Twilio reports, whatever the requests are authorised by.
    ['TWILIO_AUTH_TOKEN'],
    ['TWILIO_MESSAGING_SERVICE_SID', 'TWILIO_FROM'],
    ['PUBLIC_URL'],
  ],
  TWILIO_API_KEY_SID: [['TWILIO_API_KEY_SECRET']],
  WHATSAPP_APP_SECRET: [['WHATSAPP_VERIFY_TOKEN']],
  WHATSAPP_PHONE_NUMBER_ID: [
    ['WHATSAPP_BUSINESS_ACCOUNT_ID'],
    ['WHATSAPP_ACCESS_TOKEN'],
    ['WHATSAPP_APP_SECRET'],
    ['WHATSAPP_VERIFY_TOKEN'],
  ],
}

/** What is missing for the senders that are begun to be set up, a sentence each. */
export const findMissingSenderVariables = (given: Given): string[] =>
  Object.entries(needs).flatMap(([name, needed]) =>
    given[name] === undefined
      ? []
      : needed
          .filter((names) => names.every((one) => given[one] === undefined))
          .map((names) => `${name} needs ${names.join(' or ')}.`),
  )
