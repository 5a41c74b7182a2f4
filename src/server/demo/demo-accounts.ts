import type { Role } from '#contract/session-contract.ts'

/** The one password of the demo accounts. They exist only where `DEMO` is on. */
export const demoPassword = 'sandi-demo'

/** One demo account for each role; the ids are fixed, so that seeding again finds them. */
export const demoAccounts: readonly { id: string; email: string; name: string; role: Role }[] = [
  { id: 'demo-owner', email: 'owner@sandi.test', name: 'Sri Hartono', role: 'owner' },
  { id: 'demo-admin', email: 'admin@sandi.test', name: 'Dewi Lestari', role: 'admin' },
  { id: 'demo-billing', email: 'billing@sandi.test', name: 'Agus Wijaya', role: 'billing' },
  { id: 'demo-planner', email: 'planner@sandi.test', name: 'Rina Kusuma', role: 'planner' },
  { id: 'demo-worker', email: 'worker@sandi.test', name: 'Budi Santoso', role: 'field_user' },
]

export const demoOrganisation = {
  id: 'demo-logistics',
  name: 'Demo Logistics',
  slug: 'demo-logistics',
  homeCountry: 'ID',
  plan: 'pro',
  otpPolicy: { allowedCountries: ['ID', 'SG', 'MY', 'US'] },
}

/** The email addresses of who runs the demo and may change rates. */
export const demoOperators: readonly string[] = demoAccounts
  .filter(({ role }) => role === 'owner')
  .map(({ email }) => email)
