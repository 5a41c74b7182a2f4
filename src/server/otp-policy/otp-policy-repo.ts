import { eq, sql } from 'drizzle-orm'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'

const stored = {
  homeCountry: organizations.homeCountry,
  otpPolicy: organizations.otpPolicy,
  revision: organizations.otpPolicyRevision,
}

/** What an organisation set about its codes, and which revision that is. Throws when there is none. */
export const getStoredPolicy = async (db: Database, organizationId: string) => {
  const [row] = await db
    .select(stored)
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (row === undefined) throw new Error('an actor without an organisation')
  return row
}

/** The same, and nobody else changes it before the transaction ends. Sends are not held up. */
export const lockStoredPolicy = async (tx: Database, organizationId: string) => {
  const [row] = await tx
    .select(stored)
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for('no key update')
  if (row === undefined) throw new Error('an actor without an organisation')
  return row
}

/** Keeps a policy as the next revision. */
export const updatePolicy = async (
  tx: Database,
  organizationId: string,
  policy: OtpPolicy,
): Promise<void> => {
  await tx
    .update(organizations)
    .set({ otpPolicy: policy, otpPolicyRevision: sql`${organizations.otpPolicyRevision} + 1` })
    .where(eq(organizations.id, organizationId))
}
