/** What the audit trail tells of, beside flows: each action with the words of the screen. */
export const auditActions = {
  'rates.imported': 'Imported rates',
  'otp-policy.changed': 'Changed the OTP policy',
  'otp-policy.blocked': 'Blocked codes to a place',
  'otp-policy.unblocked': 'Unblocked codes to a place',
  'dead-letter.retried': 'Had work tried again that was given up',
  'dead-letter.dismissed': 'Dismissed work that was given up',
} as const

export type AuditAction = keyof typeof auditActions
