import type { AnswerValue } from '#domain/components/answer.ts'
import { findSignature } from '#domain/components/signature/signature-answer.ts'

/** "Signed", with the name where it was typed. */
export const describeSignatureAnswer = (value: AnswerValue): string => {
  const signature = findSignature(value)
  if (signature === undefined) return ''
  return signature.typedName === null ? 'Signed' : `Signed by ${signature.typedName}`
}
