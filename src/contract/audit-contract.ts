/** What the audit trail tells of, beside flows: each action with the words of the screen. */
export const auditActions = {
  'billing.settings-changed': 'Changed the billing settings',
  'rates.imported': 'Imported rates',
} as const

export type AuditAction = keyof typeof auditActions
