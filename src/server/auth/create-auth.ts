import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { organization } from 'better-auth/plugins/organization'
import { adminAc, memberAc, ownerAc } from 'better-auth/plugins/organization/access'
import type { Role } from '#contract/session-contract.ts'
import type { Context } from '#server/platform/context.ts'
import {
  accounts,
  invitations,
  members,
  organizations,
  sessions,
  users,
  verifications,
} from '#server/platform/db/tables/auth-tables.ts'
import type { Logger } from '#server/platform/logger.ts'
import { clientAddressHeader } from './client-address.ts'
import { noteSignInAcrossOrgs } from './membership-repo.ts'

const schema = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  organization: organizations,
  member: members,
  invitation: invitations,
}

const roles = {
  owner: ownerAc,
  admin: adminAc,
  billing: memberAc,
  planner: memberAc,
  field_user: memberAc,
} satisfies Record<Role, unknown>

/** Where better-auth would change who belongs to an organisation, or the organisation itself. */
const memberPaths = [
  'create',
  'update',
  'delete',
  'invite-member',
  'cancel-invitation',
  'accept-invitation',
  'reject-invitation',
  'remove-member',
  'update-member-role',
  'leave',
].map((name) => `/organization/${name}`)

export interface AuthSettings {
  secretKey: string
  /** Where people reach us. */
  address: string
  /** Whether that is the only address; else the host that a request names is right, too. */
  isOnlyAddress: boolean
  /** Tries to sign in from one address within a minute. */
  signInsPerMinute: number
}

/** Signing in and out: email and password, sessions, organisations. Strangers can't sign up. */
export const createAuth = (
  { db, newId, clock }: Context,
  logger: Logger,
  { secretKey, address, isOnlyAddress, signInsPerMinute }: AuthSettings,
) => {
  const options = {
    appName: 'Sandi',
    secret: secretKey,
    baseURL: address,
    basePath: '/api/auth',
    trustedOrigins: (request?: Request) =>
      !isOnlyAddress && request !== undefined ? [new URL(request.url).origin] : [],
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    // Members are changed through our own API, which knows the rules and keeps the audit trail.
    disabledPaths: memberPaths,
    databaseHooks: {
      session: {
        create: {
          after: ({ userId }) => noteSignInAcrossOrgs(db, userId, new Date(clock.now())),
        },
      },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: signInsPerMinute } },
    },
    advanced: {
      cookiePrefix: 'sandi',
      // Our own guard is before it, and lets programs pass that are no browsers.
      disableCSRFCheck: true,
      database: { generateId: newId },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
        roles,
      }),
    ],
    telemetry: { enabled: false },
    logger: { log: (level, message) => logger[level]({}, message) },
  } satisfies BetterAuthOptions
  return betterAuth(options)
}

export type Auth = ReturnType<typeof createAuth>
