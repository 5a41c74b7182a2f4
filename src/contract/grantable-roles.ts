import { roleNames } from './role-words.ts'
import type { Role } from './session-contract.ts'

/** The roles that somebody may give to others: an admin makes no owners, and others give none. */
export const grantableRoles = (own: Role): readonly Role[] => {
  const all = Object.keys(roleNames) as Role[]
  if (own === 'owner') return all
  return own === 'admin' ? all.filter((role) => role !== 'owner') : []
}
