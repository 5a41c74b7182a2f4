import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { listOf } from '#contract/list-schema.ts'
import type { Role } from '#contract/session-contract.ts'
import {
  assignTaskSchema,
  createTaskSchema,
  saveAnswersSchema,
  taskListQuery,
  taskSchema,
  taskSummarySchema,
} from '#contract/task-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { assignTask } from './assign-task-service.ts'
import { createTask } from './create-task-service.ts'
import { finishTask } from './finish-task-service.ts'
import { getTask, listTaskSummaries } from './get-task-service.ts'
import { saveAnswers } from './save-answers-service.ts'

const planning: Role[] = ['owner', 'admin', 'planner']
const params = z.object({ taskId: idSchema })
const theTask = { 200: jsonContent(taskSchema, 'The task'), ...problemResponses }

const listRoute = createRoute({
  method: 'get',
  path: '/tasks',
  tags: ['Tasks'],
  summary: 'Tasks, newest first; a field worker sees only their own',
  middleware: [requireRole(...planning, 'field_user')] as const,
  request: { query: taskListQuery },
  responses: { 200: jsonContent(listOf(taskSummarySchema), 'Tasks'), ...problemResponses },
})

const createTaskRoute = createRoute({
  method: 'post',
  path: '/tasks',
  tags: ['Tasks'],
  summary: 'Make a task from the newest published version of a flow',
  middleware: [requireRole(...planning)] as const,
  request: { body: jsonBody(createTaskSchema) },
  responses: { 201: jsonContent(taskSchema, 'The new task'), ...problemResponses },
})

const getRoute = createRoute({
  method: 'get',
  path: '/tasks/{taskId}',
  tags: ['Tasks'],
  summary: 'One task with its document and answers',
  middleware: [requireRole(...planning, 'field_user')] as const,
  request: { params },
  responses: theTask,
})

const assignRoute = createRoute({
  method: 'patch',
  path: '/tasks/{taskId}/assignee',
  tags: ['Tasks'],
  summary: 'Give a task to a field worker, or take it back',
  middleware: [requireRole(...planning)] as const,
  request: { params, body: jsonBody(assignTaskSchema) },
  responses: theTask,
})

const saveRoute = createRoute({
  method: 'patch',
  path: '/tasks/{taskId}/answers',
  tags: ['Tasks'],
  summary: 'Save what was filled in so far',
  description:
    'Answers that are left out stay, null takes one back. OTP answers are refused: only entering the right code writes them. Another recipient makes a verification void.',
  middleware: [requireRole(...planning, 'field_user')] as const,
  request: { params, body: jsonBody(saveAnswersSchema) },
  responses: theTask,
})

const finishRoute = createRoute({
  method: 'post',
  path: '/tasks/{taskId}/finish',
  tags: ['Tasks'],
  summary: 'Finish a task; every answer is checked again',
  middleware: [requireRole(...planning, 'field_user')] as const,
  request: { params },
  responses: theTask,
})

/** The API of tasks. */
export const createTaskRoutes = (context: Context) =>
  createRouter()
    .openapi(listRoute, async (c) =>
      respond(c, await listTaskSummaries(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(createTaskRoute, async (c) =>
      respond(c, await createTask(context, c.var.actor, c.req.valid('json')), 201),
    )
    .openapi(getRoute, async (c) =>
      respond(c, await getTask(context, c.var.actor, c.req.valid('param').taskId)),
    )
    .openapi(assignRoute, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await assignTask(context, c.var.actor, input))
    })
    .openapi(saveRoute, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await saveAnswers(context, c.var.actor, input))
    })
    .openapi(finishRoute, async (c) =>
      respond(c, await finishTask(context, c.var.actor, c.req.valid('param').taskId)),
    )
