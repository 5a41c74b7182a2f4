import type { Failure } from '#contract/failure.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { findFileContent } from './file-repo.ts'
import { findTask } from './task-repo.ts'
import { scopeOf, taskNotFound } from './task-scope.ts'

type FileContent = NonNullable<Awaited<ReturnType<typeof findFileContent>>>

/** A file of a task, for who may see the task. */
export const getFile = async (
  { db }: Context,
  actor: Actor,
  { taskId, fileId }: { taskId: string; fileId: string },
): Promise<Result<FileContent, Failure>> => {
  if ((await findTask(db, scopeOf(actor), taskId)) === undefined) return taskNotFound()
  const file = await findFileContent(db, actor.organizationId, taskId, fileId)
  return file === undefined
    ? err({ code: 'not-found', detail: 'There is no such file.' })
    : ok(file)
}
