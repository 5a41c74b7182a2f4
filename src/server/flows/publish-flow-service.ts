import type { Failure } from '#contract/failure.ts'
import type { FlowVersion } from '#contract/flow-contract.ts'
import type { PublishFlow } from '#contract/flow-version-contract.ts'
import { canPublish, findProblems } from '#domain/flow/find-problems.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import type { Problem } from '#domain/flow/problem.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { getOrganisationContext } from '#server/auth/organisation-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { lockFlow } from './flow-repo.ts'
import { findVersion, insertVersion } from './flow-version-repo.ts'
import { flowNotFound } from './to-flow.ts'
import { toFlowVersion } from './to-flow-version.ts'

const placeOf = ({ pageId, componentId, setting }: Problem): string =>
  [pageId, componentId, setting].filter((part) => part !== null).join('.')

const hasProblems = (problems: Problem[]): Failure => {
  const errors = problems.filter(({ severity }) => severity === 'error')
  return {
    code: 'has-problems',
    detail: `Solve ${errors.length === 1 ? 'one problem' : `${errors.length} problems`} first.`,
    errors: errors.map((problem) => ({
      path: placeOf(problem),
      code: problem.code,
      message: problem.message,
    })),
  }
}

/**
 * Freezes the newest document as the next version, which new tasks are then made from. Refused while
 * it has errors, and when it is not at the revision whose changes were looked at. Publishing again without a change answers with the version that is there.
 */
export const publishFlow = (
  context: Context,
  actor: Actor,
  flowId: string,
  { name, note, revision }: PublishFlow = { name: '', note: '' },
): Promise<Result<FlowVersion, Failure>> =>
  context.db.transaction(async (tx) => {
    const flow = await lockFlow(tx, actor.organizationId, flowId)
    if (flow === undefined) return flowNotFound()
    if (revision !== undefined && revision !== flow.revision) {
      const detail =
        'Somebody has changed the flow meanwhile. Look at what is new before you publish.'
      return err({ code: 'revision-changed', detail })
    }
    const organisation = await getOrganisationContext({ ...context, db: tx }, actor)
    const problems = findProblems(toFlowState(flow.document), organisation)
    if (!canPublish(problems)) return err(hasProblems(problems))
    const isChanged = flow.publishedRevision !== flow.revision
    const version = (flow.publishedVersion ?? 0) + (isChanged ? 1 : 0)
    if (isChanged) {
      await insertVersion(tx, {
        flowId,
        version,
        revision: flow.revision,
        document: flow.document,
        name,
        note,
        publishedBy: actor.userId,
        publishedAt: new Date(context.clock.now()),
      })
    }
    const published = await findVersion(tx, actor.organizationId, flowId, version)
    if (published === undefined) throw new Error('a version that was just published is gone')
    return ok(toFlowVersion(published))
  })
