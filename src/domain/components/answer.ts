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

/** Absent is null: an optional field that was left empty. */
export type AnswerValue = string | number | Coordinate | OtpAnswer | null

/** A task's answers, flat, keyed by component id. */
export type Answers = Record<string, AnswerValue>

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
}

/** Reads an answer that may have come from anywhere. */
export const isBlank = (value: unknown): value is null | undefined | '' =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
