import type { Assignee } from '#contract/task-contract.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { findMembershipAcrossOrgs, listMembers } from './membership-repo.ts'

/** The members who can do tasks: the field workers, by name. */
export const listAssignees = ({ db }: Pick<Context, 'db'>, actor: Actor): Promise<Assignee[]> =>
  listMembers(db, actor.organizationId, ['field_user'])

/** A member who can do tasks; nothing when the id is not one's of the actor's organisation. */
export const findAssignee = async (
  context: Pick<Context, 'db'>,
  actor: Actor,
  userId: string,
): Promise<Assignee | undefined> =>
  (await listAssignees(context, actor)).find(({ id }) => id === userId)

/** Who sees to the credit of an organisation: its owners, admins and billing reviewers. */
export const listBillingContactsAcrossOrgs = (
  { db }: Pick<Context, 'db'>,
  organizationId: string,
): Promise<Assignee[]> => listMembers(db, organizationId, ['owner', 'admin', 'billing'])

/** Who runs an organisation: its owners and admins. */
export const listAdminsAcrossOrgs = (
  { db }: Pick<Context, 'db'>,
  organizationId: string,
): Promise<Assignee[]> => listMembers(db, organizationId, ['owner', 'admin'])

/** The member that a user is, of the organisation that the user joined first; nothing when of none. */
export const findActorAcrossOrgs = (
  { db }: Pick<Context, 'db'>,
  userId: string,
): Promise<Actor | undefined> => findMembershipAcrossOrgs(db, userId, null)
