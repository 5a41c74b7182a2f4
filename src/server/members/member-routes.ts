import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import {
  acceptInvitationSchema,
  changeRoleSchema,
  invitedSchema,
  inviteMemberSchema,
  memberListSchema,
  openInvitationSchema,
  readInvitationSchema,
} from '#contract/member-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requirePerson, requireRole } from '#server/platform/http/require-role.ts'
import { respond, respondEmpty } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { acceptInvitation, readInvitation } from './accept-invitation-service.ts'
import { changeRole, removeMember } from './change-member-service.ts'
import type { InvitationDependencies } from './invitation-dependencies.ts'
import { inviteMember, withdrawInvitation } from './invite-member-service.ts'
import { listOrganisationMembers } from './member-list-service.ts'

const mayRead = requireRole('owner', 'admin')
const mayChange = requirePerson('owner', 'admin')
const memberParams = z.object({ userId: idSchema })
const tags = ['Members']

const list = createRoute({
  method: 'get',
  path: '/members',
  tags,
  summary: 'List members and open invitations',
  middleware: mayRead,
  responses: { 200: jsonContent(memberListSchema, 'Members, by name'), ...problemResponses },
})

const invite = createRoute({
  method: 'post',
  path: '/members/invitations',
  tags,
  summary: 'Invite somebody by email; a new invitation ends an earlier one. Not for API keys',
  middleware: mayChange,
  request: { body: jsonBody(inviteMemberSchema) },
  responses: { 201: jsonContent(invitedSchema, 'The invitation'), ...problemResponses },
})

const withdraw = createRoute({
  method: 'delete',
  path: '/members/invitations/{invitationId}',
  tags,
  summary: 'Withdraw an invitation. Not for API keys',
  middleware: mayChange,
  request: { params: z.object({ invitationId: idSchema }) },
  responses: { 204: { description: 'Done' }, ...problemResponses },
})

const change = createRoute({
  method: 'patch',
  path: '/members/{userId}',
  tags,
  summary: 'Give a member another role; one owner must remain. Not for API keys',
  middleware: mayChange,
  request: { params: memberParams, body: jsonBody(changeRoleSchema) },
  responses: { 204: { description: 'Done' }, ...problemResponses },
})

const remove = createRoute({
  method: 'delete',
  path: '/members/{userId}',
  tags,
  summary: 'Remove a member: sessions and API keys end at once. Not for API keys',
  middleware: mayChange,
  request: { params: memberParams },
  responses: { 204: { description: 'Done' }, ...problemResponses },
})

const read = createRoute({
  method: 'post',
  path: '/invitations/read',
  tags,
  summary: 'What an invitation is about; public, for who has its link',
  security: [],
  request: { body: jsonBody(readInvitationSchema) },
  responses: { 200: jsonContent(openInvitationSchema, 'The invitation'), ...problemResponses },
})

const accept = createRoute({
  method: 'post',
  path: '/invitations/accept',
  tags,
  summary: 'Join by an invitation, with a password to sign in with; public, for who has its link',
  security: [],
  request: { body: jsonBody(acceptInvitationSchema) },
  responses: {
    201: jsonContent(z.object({ email: z.string() }), 'The address to sign in with'),
    ...problemResponses,
  },
})

interface MemberDependencies {
  /** Nothing where nobody can be invited, for want of accounts. */
  invitations: InvitationDependencies | undefined
  /** Who is signed in, and as what, is to be looked up anew. */
  onChange: () => void
}

/** Who belongs to the organisation. */
export const createMemberRoutes = (
  context: Context,
  { invitations, onChange }: MemberDependencies,
) => {
  const available = (): Result<InvitationDependencies, Failure> =>
    invitations === undefined
      ? err({ code: 'invitations-unavailable', detail: 'There are only the demo accounts here.' })
      : ok(invitations)
  const announce = <Value>(result: Result<Value, Failure>) => {
    if (result.ok) onChange()
    return result
  }
  return createRouter()
    .openapi(list, async (c) => respond(c, ok(await listOrganisationMembers(context, c.var.actor))))
    .openapi(invite, async (c) => {
      const ready = available()
      if (!ready.ok) return respond(c, ready, 201)
      const { actor } = c.var
      return respond(c, await inviteMember(context, ready.value, actor, c.req.valid('json')), 201)
    })
    .openapi(withdraw, async (c) => {
      const { invitationId } = c.req.valid('param')
      return respondEmpty(c, await withdrawInvitation(context, c.var.actor, invitationId))
    })
    .openapi(change, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respondEmpty(c, announce(await changeRole(context, c.var.actor, input)))
    })
    .openapi(remove, async (c) => {
      const { userId } = c.req.valid('param')
      return respondEmpty(c, announce(await removeMember(context, c.var.actor, userId)))
    })
    .openapi(read, async (c) => {
      const { token } = c.req.valid('json')
      return respond(c, await readInvitation(context, token))
    })
    .openapi(accept, async (c) => {
      const ready = available()
      if (!ready.ok) return respond(c, ready, 201)
      return respond(c, await acceptInvitation(context, ready.value, c.req.valid('json')), 201)
    })
}
