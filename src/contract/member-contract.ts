import { z } from 'zod'
import { trimmedText } from '#domain/shared/text-schema.ts'
import { timestamp } from './list-schema.ts'
import { passwordLength } from './password-length.ts'
import { roles } from './session-contract.ts'

/** Somebody who belongs to the organisation. */
export const memberSchema = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    joinedAt: timestamp,
    /** Null: never, or too long ago to be known. */
    lastSignInAt: timestamp.nullable(),
  })
  .meta({ id: 'Member' })

/** Somebody who was asked to join, and has not yet. */
export const invitationSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(roles),
    invitedBy: z.string(),
    createdAt: timestamp,
    expiresAt: timestamp,
  })
  .meta({ id: 'Invitation' })

export const memberListSchema = z
  .object({ members: z.array(memberSchema), invitations: z.array(invitationSchema) })
  .meta({ id: 'MemberList' })

export const inviteMemberSchema = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('must be an email address')),
  role: z.enum(roles),
})

export const invitedSchema = z
  .object({
    invitation: invitationSchema,
    /** Where no mail server is set up: the link to be handed over, shown this once. Null: it was mailed. */
    link: z.string().nullable(),
  })
  .meta({ id: 'Invited' })

export const changeRoleSchema = z.strictObject({ role: z.enum(roles) })

/** The secret of an invitation's link. It stays out of addresses, which end up in logs. */
const token = z.string().max(200)

export const readInvitationSchema = z.strictObject({ token })

export const openInvitationSchema = z
  .object({
    organisation: z.string(),
    email: z.string(),
    role: z.enum(roles),
    invitedBy: z.string(),
  })
  .meta({ id: 'OpenInvitation' })

export const acceptInvitationSchema = z.strictObject({
  token,
  name: trimmedText(1, 100),
  password: z
    .string()
    .min(passwordLength.least, `needs at least ${passwordLength.least} characters`)
    .max(passwordLength.most, `has at most ${passwordLength.most} characters`),
})

export type Member = z.infer<typeof memberSchema>
export type Invitation = z.infer<typeof invitationSchema>
export type MemberList = z.infer<typeof memberListSchema>
export type InviteMember = z.infer<typeof inviteMemberSchema>
export type Invited = z.infer<typeof invitedSchema>
export type OpenInvitation = z.infer<typeof openInvitationSchema>
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>
