import { err, ok, type Result } from '#domain/shared/result.ts'
import type { AnswerError, AnswerValue, SignatureAnswer } from '../answer.ts'
import { readId, readRecord, readText } from '../read-answer.ts'
import type { SignatureComponent } from './signature-schema.ts'

/** The longest name that can be typed instead of drawing. */
export const longestName = 80

/** The signature of an answer; nothing when it is no answer to a Signature. */
export const findSignature = (value: AnswerValue): SignatureAnswer | undefined =>
  typeof value === 'object' && value !== null && 'typedName' in value ? value : undefined

/** Accepts a signature by its picture's id. That the picture is there the server makes sure of. */
export const checkSignatureAnswer = (
  signature: SignatureComponent,
  value: unknown,
): Result<SignatureAnswer | null, AnswerError> => {
  if (value === null || value === undefined) {
    return signature.required
      ? err({ code: 'required', message: `${signature.title} is missing: sign first.` })
      : ok(null)
  }
  const { fileId, typedName = null } = readRecord(value) ?? {}
  const id = readId(fileId)
  const name = typedName === null ? null : readText(typedName, longestName)
  return id === undefined || name === undefined
    ? err({ code: 'invalid', message: 'This is not a signature.' })
    : ok({ fileId: id, typedName: name })
}
