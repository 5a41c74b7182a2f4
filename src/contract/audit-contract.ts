/** What the audit trail tells of, beside flows: each action with the words of the screen. */
export const auditActions = {
  'billing.settings-changed': 'Changed the billing settings',
  'rates.imported': 'Imported rates',
  'api-key.created': 'Made an API key',
  'api-key.revoked': 'Revoked an API key',
  'member.invited': 'Invited a member',
  'invitation.withdrawn': 'Withdrew an invitation',
  'member.joined': 'Joined',
  'member.role-changed': 'Changed the role of a member',
  'member.removed': 'Removed a member',
  'senders.sandbox': 'Switched the sandbox',
  'senders.fall-back': 'Changed the fall-back to the official number',
  'senders.tested': 'Sent a test message',
  'branded-number.request': 'Requested a branded number',
  'branded-number.review': 'Took a branded number into review',
  'branded-number.activate': 'Activated a branded number',
  'branded-number.refuse': 'Refused a branded number',
  'branded-number.suspend': 'Suspended a branded number',
  'branded-number.resume': 'Resumed a branded number',
  'branded-number.account': 'Changed the account of a branded number',
  'otp-policy.changed': 'Changed the OTP policy',
  'otp-policy.blocked': 'Blocked codes to a place',
  'otp-policy.unblocked': 'Unblocked codes to a place',
  'dead-letter.retried': 'Had work tried again that was given up',
  'dead-letter.dismissed': 'Dismissed work that was given up',
} as const

export type AuditAction = keyof typeof auditActions
