import type { Answers } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'

/** The OTP steps that changed answers make void, because their recipient is another one now. */
export const findVoidedOtps = (
  components: Iterable<Component>,
  before: Answers,
  changes: Answers,
): string[] =>
  [...components].flatMap((component) => {
    if (component.type !== 'otp' || component.recipientField === null) return []
    const { recipientField } = component
    return recipientField in changes && changes[recipientField] !== (before[recipientField] ?? null)
      ? [component.id]
      : []
  })
