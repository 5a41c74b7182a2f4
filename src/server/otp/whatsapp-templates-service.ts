import type { Failure } from '#contract/failure.ts'
import type { NumberTemplates } from '#contract/sender-contract.ts'
import type { MessageLanguage } from '#domain/otp/message-language.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { toTemplateName, type WhatsappAccount } from './senders/whatsapp-account.ts'
import { ensureTemplates, listTemplates } from './senders/whatsapp-templates.ts'

interface Wanted {
  validityMinutes: number
  /** The languages that codes are sent in. */
  languages: readonly MessageLanguage[]
}

/** What Meta says in place of an answer, or that it says nothing. */
const unavailable = (detail: string) => err<Failure>({ code: 'whatsapp-unavailable', detail })

/** The templates of an account: those that are wanted, and what else it has. */
export const readTemplates = async (
  account: WhatsappAccount,
  { validityMinutes, languages }: Wanted,
): Promise<Result<NumberTemplates, Failure>> => {
  const listed = await listTemplates(account, validityMinutes)
  if (!listed.ok) return unavailable(listed.error)
  const statuses = new Map<string, string | null>(languages.map((language) => [language, null]))
  for (const { language, status } of listed.value) statuses.set(language, status)
  return ok({
    name: toTemplateName(account, validityMinutes),
    items: [...statuses].map(([language, status]) => ({ language, status })),
  })
}

/** Hands in what is missing of the templates that are wanted. */
export const handInTemplates = async (
  account: WhatsappAccount,
  wanted: Wanted,
): Promise<Result<NumberTemplates, Failure>> => {
  const ensured = await ensureTemplates(account, wanted.validityMinutes, wanted.languages)
  return ensured.ok ? readTemplates(account, wanted) : unavailable(ensured.error)
}
