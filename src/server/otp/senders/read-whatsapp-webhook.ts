import { z } from 'zod'
import type { MessageStatus } from '#domain/otp/message-status.ts'
import type { MessageBilling, MessageReport, WebhookContent } from '../message-report.ts'
import { findMetaFailure } from './meta-errors.ts'

const statuses: Readonly<Record<string, MessageStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
}

const pricingSchema = z.object({
  // On its way out: `type` says the same.
  billable: z.boolean().nullish(),
  type: z.string().nullish(),
  category: z.string().nullish(),
})

const statusSchema = z.object({
  id: z.string(),
  status: z.string(),
  biz_opaque_callback_data: z.string().nullish(),
  errors: z.array(z.object({ code: z.number() })).nullish(),
  // What is not understood of it does not hide the rest.
  pricing: pricingSchema.nullish().catch(null),
})

const messageSchema = z.object({
  button: z.object({ payload: z.string().nullish() }).nullish(),
})

const valueSchema = z.object({
  statuses: z.array(z.unknown()).nullish(),
  messages: z.array(z.unknown()).nullish(),
  // Of `message_template_status_update`.
  event: z.string().nullish(),
  message_template_name: z.string().nullish(),
  message_template_language: z.string().nullish(),
})

const webhookSchema = z.object({
  entry: z.array(
    z.object({ changes: z.array(z.object({ field: z.string(), value: z.unknown() })) }),
  ),
})

/** What the button says that recipients press who asked for nothing. */
const notRequested = 'DID_NOT_REQUEST_CODE'

/** Source: developers.facebook.com, WhatsApp status webhooks: only the type `regular` is charged. */
const toBilling = (
  pricing: z.infer<typeof pricingSchema> | null | undefined,
): MessageBilling | null => {
  const { type, billable, category = null } = pricing ?? {}
  const isBilled = type == null ? billable : type === 'regular'
  return isBilled == null ? null : { isBilled, category, price: null, currency: null }
}

const toReport = (entry: unknown): MessageReport[] => {
  const parsed = statusSchema.safeParse(entry)
  const status = parsed.success ? statuses[parsed.data.status] : undefined
  if (!parsed.success || status === undefined) return []
  const { id, biz_opaque_callback_data, errors, pricing } = parsed.data
  const code = errors?.[0]?.code
  return [
    {
      messageId: id,
      challengeId: biz_opaque_callback_data ?? null,
      status,
      failure: status === 'failed' ? (findMetaFailure(code ?? -1) ?? 'undeliverable') : null,
      providerCode: code === undefined ? null : String(code),
      // Meta bills by what was delivered.
      isBilled: false,
      billing: toBilling(pricing),
    },
  ]
}

const toNotices = (value: z.infer<typeof valueSchema>): string[] => {
  const { event, message_template_name: name, message_template_language: language } = value
  const presses = (value.messages ?? []).filter(
    (message) => messageSchema.safeParse(message).data?.button?.payload === notRequested,
  ).length
  return [
    ...(event && name ? [`The template ${name} (${language}) is ${event} now.`] : []),
    ...(presses > 0 ? [`Recipients said that they asked for no code: ${presses}.`] : []),
  ]
}

/** Reads a webhook of WhatsApp's Cloud API: up to 1,000 reports; what is not known is passed over. */
export const readWhatsappWebhook = (body: string): WebhookContent => {
  const parsed = webhookSchema.safeParse(parseJson(body))
  if (!parsed.success) return { reports: [], notices: ['Meta reported something unreadable.'] }
  const values = parsed.data.entry
    .flatMap(({ changes }) => changes)
    .flatMap(({ value }) => valueSchema.safeParse(value).data ?? [])
  return {
    reports: values.flatMap(({ statuses: reported }) => (reported ?? []).flatMap(toReport)),
    notices: values.flatMap(toNotices),
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
