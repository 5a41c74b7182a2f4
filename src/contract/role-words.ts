import type { Role } from './session-contract.ts'

/** What roles are called on the screen. */
export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  billing: 'Billing reviewer',
  planner: 'Planner',
  field_user: 'Field worker',
}
