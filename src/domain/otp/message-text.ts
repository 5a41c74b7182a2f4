import type { MessageLanguage } from './message-language.ts'

/** What the text of a message says. */
export interface MessageFacts {
  /** The code, or as many digits. */
  digits: string
  organisationName: string
  /** How long the code is valid: the text must say the same as the database. */
  validityMinutes: number
  language: MessageLanguage
}

interface Wording {
  minutes(count: number): string
  sms(code: string, name: string, life: string): string
  subject(code: string, name: string): string
  greeting: string
  code(code: string, name: string): string
  handOver(life: string): string
  notYou(name: string): string
}

const english: Wording = {
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  sms: (code, name, life) =>
    `${code} is your ${name} code, valid for ${life}. Tell it only to the worker who is with you.`,
  subject: (code, name) => `${code} is your ${name} code`,
  greeting: 'Hello,',
  code: (code, name) => `${code} is your verification code from ${name}.`,
  handOver: (life) => `Tell it to the worker who is with you. It is valid for ${life}.`,
  notYou: (name) =>
    `If you are not expecting anybody from ${name}, ignore this message and share the code with nobody.`,
}

const indonesian: Wording = {
  minutes: (count) => `${count} menit`,
  sms: (code, name, life) =>
    `${code} adalah kode ${name} Anda, berlaku ${life}. Beri tahukan hanya kepada petugas yang bersama Anda.`,
  subject: (code, name) => `${code} adalah kode ${name} Anda`,
  greeting: 'Halo,',
  code: (code, name) => `${code} adalah kode verifikasi Anda dari ${name}.`,
  handOver: (life) => `Beri tahukan kepada petugas yang bersama Anda. Kode ini berlaku ${life}.`,
  notYou: (name) =>
    `Jika Anda tidak menunggu siapa pun dari ${name}, abaikan pesan ini dan jangan bagikan kode ini.`,
}

const wordings: Partial<Record<MessageLanguage, Wording>> = { id: indonesian }

/** The longest name with which the text still is one SMS of 160 characters. */
const longestName = 40

/** The name of an organisation as a message says it: on one line and not too long. */
const toSenderName = (name: string): string =>
  [...name.replace(/\s+/g, ' ').trim()].slice(0, longestName).join('').trim()

/** A line by which phones offer to fill the code in on pages of a domain (WICG origin-bound codes). */
const originBoundLine = (domain: string, digits: string) => `\n\n@${domain} #${digits}`

/** The text of an SMS; a domain that is not empty adds the line for a phone that fills codes in. */
export const writeSms = (facts: MessageFacts, autofillDomain: string): string => {
  const { digits, organisationName, validityMinutes, language } = facts
  const wording = wordings[language] ?? english
  const life = wording.minutes(validityMinutes)
  const text = wording.sms(digits, toSenderName(organisationName), life)
  return autofillDomain === '' ? text : text + originBoundLine(autofillDomain, digits)
}

/** Subject and paragraphs of an Email: the code first, and no link that could be imitated. */
export const writeEmail = (facts: MessageFacts): { subject: string; paragraphs: string[] } => {
  const { digits, organisationName, validityMinutes, language } = facts
  const wording = wordings[language] ?? english
  const name = toSenderName(organisationName)
  return {
    subject: wording.subject(digits, name),
    paragraphs: [
      wording.greeting,
      wording.code(digits, name),
      wording.handOver(wording.minutes(validityMinutes)),
      wording.notYou(name),
    ],
  }
}
