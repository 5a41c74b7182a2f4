import { z } from 'zod'
import type { MessageLanguage } from '#domain/otp/message-language.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { callProvider } from './call-provider.ts'
import { toTemplateName, toWhatsappHeaders, type WhatsappAccount } from './whatsapp-account.ts'

/** A message template at Meta, as far as sending depends on it. */
export interface WhatsappTemplate {
  name: string
  language: string
  /** `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED` … */
  status: string
}

const templateSchema = z.object({ name: z.string(), language: z.string(), status: z.string() })
const listSchema = z.object({ data: z.array(templateSchema) })
const createdSchema = z.object({ status: z.string() })
const errorSchema = z.object({ error: z.object({ message: z.string() }) })

/** Meta keeps a message for 30 to 900 s; never longer than its code lives. */
const toTimeToLive = (validityMinutes: number) => Math.min(900, Math.max(30, validityMinutes * 60))

const toUrl = ({ baseUrl, version, businessAccountId }: WhatsappAccount) =>
  `${baseUrl}/${version}/${businessAccountId}/message_templates`

const describe = (status: number, body: unknown): string =>
  errorSchema.safeParse(body).data?.error.message ?? `Meta answered with ${status}.`

/** The templates for codes of some life, in all languages, with their status. Fails with a sentence. */
export const listTemplates = async (
  account: WhatsappAccount,
  validityMinutes: number,
): Promise<Result<WhatsappTemplate[], string>> => {
  const name = toTemplateName(account, validityMinutes)
  const answer = await callProvider(`${toUrl(account)}?${new URLSearchParams({ name })}`, {
    headers: toWhatsappHeaders(account),
  })
  if ('outcome' in answer) return err('Meta can not be reached.')
  const listed = listSchema.safeParse(answer.body)
  if (answer.status !== 200 || !listed.success) return err(describe(answer.status, answer.body))
  // Meta also finds templates whose name only contains the one that was asked for.
  return ok(listed.data.data.filter((template) => template.name === name))
}

/** Hands a template in for approval: a code with its life, and a button that copies it. */
export const createTemplate = async (
  account: WhatsappAccount,
  validityMinutes: number,
  language: MessageLanguage,
): Promise<Result<WhatsappTemplate, string>> => {
  const name = toTemplateName(account, validityMinutes)
  const answer = await callProvider(toUrl(account), {
    method: 'POST',
    headers: toWhatsappHeaders(account),
    body: JSON.stringify({
      name,
      language,
      category: 'AUTHENTICATION',
      message_send_ttl_seconds: toTimeToLive(validityMinutes),
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: validityMinutes },
        // Without a text, the button says "Copy code" in the language of the template.
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    }),
  })
  if ('outcome' in answer) return err('Meta can not be reached.')
  const created = createdSchema.safeParse(answer.body)
  if (answer.status >= 300 || !created.success) return err(describe(answer.status, answer.body))
  return ok({ name, language, status: created.data.status })
}

/** Hands in what is missing of the templates in some languages; answers all of these with their status. */
export const ensureTemplates = async (
  account: WhatsappAccount,
  validityMinutes: number,
  languages: readonly MessageLanguage[],
): Promise<Result<WhatsappTemplate[], string>> => {
  const listed = await listTemplates(account, validityMinutes)
  if (!listed.ok) return listed
  const templates: WhatsappTemplate[] = []
  for (const language of languages) {
    const known = listed.value.find((template) => template.language === language)
    const template = known ? ok(known) : await createTemplate(account, validityMinutes, language)
    if (!template.ok) return err(`${language}: ${template.error}`)
    templates.push(template.value)
  }
  return ok(templates)
}
