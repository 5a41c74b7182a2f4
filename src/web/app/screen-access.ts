import type { Role } from '#contract/session-contract.ts'

const admins: readonly Role[] = ['owner', 'admin']

/** Which roles a part of the app is for, by the beginning of its address; the others are for all. */
const access: readonly (readonly [path: string, roles: readonly Role[]])[] = [
  ['/flows', admins],
  ['/tasks', [...admins, 'planner']],
  ['/billing', [...admins, 'billing']],
  ['/settings', admins],
]

/** Whether a role may see the screen at an address. The server decides again on every call. */
export const canOpen = (role: Role, path: string): boolean =>
  access.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1].includes(role) ??
  true

const landings: Record<Role, '/flows' | '/billing/rates' | '/tasks' | '/work'> = {
  owner: '/flows',
  admin: '/flows',
  billing: '/billing/rates',
  planner: '/tasks',
  field_user: '/work',
}

/** Where a role starts. */
export const landingOf = (role: Role) => landings[role]

/** Where to go after signing in: an address of this app that the role may see, else its landing. */
export const safeNext = (next: unknown, role: Role): string =>
  typeof next === 'string' &&
  /^\/(?![/\\])/.test(next) &&
  canOpen(role, next.split(/[?#]/)[0] ?? '')
    ? next
    : landingOf(role)
