import { and, eq, sql } from 'drizzle-orm'
import type { MessageLanguage } from '#domain/otp/message-language.ts'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { flows, flowVersions } from '#server/platform/db/tables/flow-tables.ts'

/** What an organisation's templates depend on: its policy, and the languages of its published flows. */
export const getTemplateNeeds = async (db: Database, organizationId: string) => {
  const [organisation] = await db
    .select({ homeCountry: organizations.homeCountry, otpPolicy: organizations.otpPolicy })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (organisation === undefined) throw new Error('a number without an organisation')
  const rows = await db
    .selectDistinct({
      language: sql<MessageLanguage | null>`${flowVersions.document} -> 'settings' ->> 'language'`,
    })
    .from(flows)
    .innerJoin(
      flowVersions,
      and(eq(flowVersions.flowId, flows.id), eq(flowVersions.version, flows.publishedVersion)),
    )
    .where(eq(flows.organizationId, organizationId))
  return { ...organisation, languages: rows.flatMap(({ language }) => language ?? []) }
}
