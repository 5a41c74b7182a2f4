/** What the audit trail tells of, beside flows: each action with the words of the screen. */
export const auditActions = {
  'rates.imported': 'Imported rates',
  'api-key.created': 'Made an API key',
  'api-key.revoked': 'Revoked an API key',
  'member.invited': 'Invited a member',
  'invitation.withdrawn': 'Withdrew an invitation',
  'member.joined': 'Joined',
  'member.role-changed': 'Changed the role of a member',
  'member.removed': 'Removed a member',
} as const

export type AuditAction = keyof typeof auditActions
