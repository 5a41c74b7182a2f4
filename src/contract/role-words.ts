import type { Role } from './session-contract.ts'

/** What roles are called on the screen. */
export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  billing: 'Billing reviewer',
  planner: 'Planner',
  field_user: 'Field worker',
}

/** The roles that somebody may give to others: an admin makes no owners, and others give none. */
export const grantableRoles = (own: Role): readonly Role[] => {
  const all = Object.keys(roleNames) as Role[]
  if (own === 'owner') return all
  return own === 'admin' ? all.filter((role) => role !== 'owner') : []
}
