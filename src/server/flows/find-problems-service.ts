import type { Failure } from '#contract/failure.ts'
import { findProblems } from '#domain/flow/find-problems.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import type { Problem } from '#domain/flow/problem.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import { getOrganisationContext } from '#server/auth/organisation-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { findFlow } from './flow-repo.ts'
import { readDocument } from './read-document.ts'
import { flowNotFound } from './to-flow.ts'

type Problems = Result<{ problems: Problem[] }, Failure>

/** The problems of a stored flow's newest document. */
export const findStoredProblems = async (
  context: Context,
  actor: Actor,
  flowId: string,
): Promise<Problems> => {
  const row = await findFlow(context.db, actor.organizationId, flowId)
  if (row === undefined) return flowNotFound()
  const organisation = await getOrganisationContext(context, actor)
  return ok({ problems: findProblems(toFlowState(row.document), organisation) })
}

/** The problems of a document that is not stored. */
export const validateDocument = async (
  context: Context,
  actor: Actor,
  input: unknown,
): Promise<Problems> => {
  const document = readDocument(input)
  if (!document.ok) return document
  const organisation = await getOrganisationContext(context, actor)
  return ok({ problems: findProblems(toFlowState(document.value), organisation) })
}
