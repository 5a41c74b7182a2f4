import { eq, inArray } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'

/** Challenges by id, as far as there are such, with whose they are. */
export const listChallengesOfJobsAcrossOrgs = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: otpChallenges.id,
      channel: otpChallenges.channel,
      maskedRecipient: otpChallenges.maskedRecipient,
      organisationName: organizations.name,
      state: otpChallenges.state,
      expiresAt: otpChallenges.expiresAt,
    })
    .from(otpChallenges)
    .innerJoin(organizations, eq(organizations.id, otpChallenges.organizationId))
    .where(inArray(otpChallenges.id, [...ids]))
