/** What the audit trail tells of, beside flows: each action with the words of the screen. */
export const auditActions = {
  'rates.imported': 'Imported rates',
} as const

export type AuditAction = keyof typeof auditActions
