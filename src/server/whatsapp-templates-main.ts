import { languageCodes, type MessageLanguage } from '#domain/otp/message-language.ts'
import { ensureTemplates, listTemplates } from './otp/senders/whatsapp-templates.ts'
import { parseEnv } from './platform/env.ts'
import { toWhatsappAccount } from './platform-senders.ts'

// `npm run whatsapp:templates -- 5` shows the templates for codes that live 5 minutes, and how far their
// approval is; `npm run whatsapp:templates -- 5 en id` hands in those in the languages that are missing.

const fail = (text: string): never => {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

const isLanguage = (text: string): text is MessageLanguage =>
  languageCodes.some((code) => code === text)

const env = parseEnv(process.env)
if (!env.ok) fail(env.error.join('\n'))
const account = env.ok ? toWhatsappAccount(env.value) : undefined
const [minutesText = '', ...languages] = process.argv.slice(2)
const minutes = Number(minutesText)
if (!Number.isInteger(minutes) || minutes < 1 || minutes > 10) {
  fail('Usage: npm run whatsapp:templates -- MINUTES [LANGUAGE …], 1 to 10 minutes')
}
const unknown = languages.filter((language) => !isLanguage(language))
if (unknown.length > 0) fail(`${unknown.join(', ')}: none of ${languageCodes.join(', ')}`)
if (account === undefined) {
  fail('WHATSAPP_PHONE_NUMBER_ID is not set: see .env.example.')
} else {
  const templates =
    languages.length === 0
      ? await listTemplates(account, minutes)
      : await ensureTemplates(account, minutes, languages.filter(isLanguage))
  if (!templates.ok) fail(templates.error)
  else {
    for (const { name, language, status } of templates.value) {
      process.stdout.write(`${name}  ${language}  ${status}\n`)
    }
  }
}
