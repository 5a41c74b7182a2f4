/** A point on earth, in degrees (WGS 84). */
export interface Coordinate {
  latitude: number
  longitude: number
}

/** What a verified OTP leaves on the task. Only a verification writes it; no code, no full recipient. */
export interface OtpAnswer {
  verifiedAt: string
  channel: string
  maskedRecipient: string
  challengeId: string
}

/** Photos in the order in which they were taken; the files are stored apart. */
export interface PhotoAnswer {
  photos: { fileId: string; category: string | null }[]
}

/** A signature as a picture; the name where it was typed instead of drawn. */
export interface SignatureAnswer {
  fileId: string
  typedName: string | null
}

/** A recording and how long it is. */
export interface VoiceAnswer {
  fileId: string
  seconds: number
}

/** A measured time. While it runs, the part since `runningSince` is not yet in `seconds`. */
export interface TimerAnswer {
  startedAt: string
  runningSince: string | null
  seconds: number
}

/** A bill; amounts are whole minor units of the currency, those of discounts below zero. */
export interface BillAnswer {
  currency: string
  lines: { name: string; price: number; quantity: number }[]
  adjustments: { name: string; amount: number }[]
  subtotal: number
  total: number
}

/** The entries of a list: a text, a tick or a quantity each. */
export interface ListAnswer {
  entries: { name: string; value: string | boolean | number }[]
}

/**
 * The ids of the chosen options, in the order of the options. Always a list, also where only one can
 * be chosen: answers stay what they are when a Select takes more than one later, and a renamed option
 * keeps its id.
 */
export type SelectAnswer = string[]

/** Absent is null: an optional field that was left empty. */
export type AnswerValue =
  | string
  | number
  | SelectAnswer
  | Coordinate
  | OtpAnswer
  | PhotoAnswer
  | SignatureAnswer
  | VoiceAnswer
  | TimerAnswer
  | BillAnswer
  | ListAnswer
  | null

/** A task's answers, flat, keyed by component id. */
export type Answers = Record<string, AnswerValue>

/** The answer to a component; null when there is none. */
export const answerOf = (answers: Answers, componentId: string): AnswerValue =>
  (Object.hasOwn(answers, componentId) ? answers[componentId] : null) ?? null

/** Why an answer is refused, as a sentence for whoever fills it in. */
export interface AnswerError {
  code: 'required' | 'invalid' | 'not-verified'
  message: string
}

/** Reads a phone number as typed; nothing when it cannot be called. */
export type ParsePhone = (
  text: string,
  defaultCountry: string | null,
) => { e164: string } | undefined

/** What checking an answer needs from outside the domain's light core. */
export interface AnswerContext {
  parsePhone: ParsePhone
  /** The answer to another component, as far as it is known; null when there is none. */
  findAnswer(componentId: string): AnswerValue
}

/** Reads an answer that may have come from anywhere. */
export const isBlank = (value: unknown): value is null | undefined | '' | [] =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
