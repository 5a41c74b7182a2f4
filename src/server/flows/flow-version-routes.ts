import { publishFlowSchema } from '#contract/flow-version-contract.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { respond } from '#server/platform/http/respond.ts'
import * as routes from './flow-version-route-definitions.ts'
import { getFlowVersion, listFlowVersions } from './flow-versions-service.ts'
import { listFlowAuthors, listFlowEdits } from './list-edits-service.ts'
import { publishFlow } from './publish-flow-service.ts'
import { restoreVersion } from './restore-version-service.ts'

/** Versions of flows: publish, look at, restore; and the edits between them. */
export const createFlowVersionRoutes = (context: Context) =>
  createRouter()
    .openapi(routes.publish, async (c) => {
      // Without a body there is nothing to validate, and so no defaults either.
      const input = publishFlowSchema.parse(c.req.valid('json'))
      const { flowId } = c.req.valid('param')
      return respond(c, await publishFlow(context, c.var.actor, flowId, input))
    })
    .openapi(routes.versions, async (c) =>
      respond(c, await listFlowVersions(context, c.var.actor, c.req.valid('param').flowId)),
    )
    .openapi(routes.version, async (c) =>
      respond(c, await getFlowVersion(context, c.var.actor, c.req.valid('param'))),
    )
    .openapi(routes.restore, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await restoreVersion(context, c.var.actor, input))
    })
    .openapi(routes.authors, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') }
      return respond(c, await listFlowAuthors(context, c.var.actor, input))
    })
    .openapi(routes.edits, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') }
      return respond(c, await listFlowEdits(context, c.var.actor, input))
    })
