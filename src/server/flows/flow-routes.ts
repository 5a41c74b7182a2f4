import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { parseRevision, toEntityTag } from '#server/platform/http/entity-tag.ts'
import { respond, respondEmpty } from '#server/platform/http/respond.ts'
import { createFlow } from './create-flow-service.ts'
import { deleteFlow } from './delete-flow-service.ts'
import { duplicateFlow } from './duplicate-flow-service.ts'
import { findStoredProblems, validateDocument } from './find-problems-service.ts'
import * as routes from './flow-route-definitions.ts'
import { getFlow } from './get-flow-service.ts'
import { listFlowSummaries } from './list-flows-service.ts'
import { replaceDocument } from './replace-document-service.ts'
import { saveOperations } from './save-operations-service.ts'

/** Flows: list, edit, check. */
export const createFlowRoutes = (context: Context) =>
  createRouter()
    .openapi(routes.list, async (c) =>
      respond(c, await listFlowSummaries(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(routes.create, async (c) =>
      respond(c, await createFlow(context, c.var.actor, c.req.valid('json')), 201),
    )
    .openapi(routes.validate, async (c) =>
      respond(c, await validateDocument(context, c.var.actor, c.req.valid('json').document)),
    )
    .openapi(routes.get, async (c) => {
      const flow = await getFlow(context, c.var.actor, c.req.valid('param').flowId)
      if (flow.ok) c.header('ETag', toEntityTag(flow.value.revision))
      return respond(c, flow)
    })
    .openapi(routes.replace, async (c) => {
      const revision = parseRevision(c.req.header('if-match'))
      if (!revision.ok) return respond(c, revision)
      const { flowId } = c.req.valid('param')
      const { document } = c.req.valid('json')
      const input = { flowId, revision: revision.value, document }
      const flow = await replaceDocument(context, c.var.actor, input)
      if (flow.ok) c.header('ETag', toEntityTag(flow.value.revision))
      return respond(c, flow)
    })
    .openapi(routes.remove, async (c) =>
      respondEmpty(c, await deleteFlow(context, c.var.actor, c.req.valid('param').flowId)),
    )
    .openapi(routes.duplicate, async (c) =>
      respond(c, await duplicateFlow(context, c.var.actor, c.req.valid('param').flowId), 201),
    )
    .openapi(routes.save, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await saveOperations(context, c.var.actor, input))
    })
    .openapi(routes.problems, async (c) =>
      respond(c, await findStoredProblems(context, c.var.actor, c.req.valid('param').flowId)),
    )
