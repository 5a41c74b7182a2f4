import type { Failure } from '#contract/failure.ts'
import { err } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { TaskScope } from './task-repo.ts'

/** Field workers see and touch their own tasks; who plans sees all of the organisation. */
export const scopeOf = ({ organizationId, userId, role }: Actor): TaskScope => ({
  organizationId,
  assigneeId: role === 'field_user' ? userId : null,
})

export const taskNotFound = () =>
  err<Failure>({ code: 'not-found', detail: 'There is no such task.' })

export const taskDone = () =>
  err<Failure>({ code: 'task-done', detail: 'This task is done and can no longer change.' })
