import type { Failure } from '#contract/failure.ts'
import type { StoredFile } from '#contract/file-contract.ts'
import {
  fileRules,
  findMediaType,
  isOfKind,
  type MediaType,
} from '#domain/components/answer-file.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { hour } from '#domain/shared/clock.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { getPublishedFlow } from './document-service.ts'
import {
  countFiles,
  deleteUnclaimedFiles,
  findFile,
  insertFile,
  listUnclaimedFiles,
} from './file-repo.ts'
import { findTask, findTaskSource, lockOpenTask } from './task-repo.ts'
import { scopeOf, taskDone, taskNotFound } from './task-scope.ts'

/** A file as it is sent. */
export interface SentFile {
  fileId: string
  componentId: string
  /** The `Content-Type` header. */
  declaredType: string
  content: Uint8Array
}

/** How many files a task can have, those included that were taken again. */
const mostFiles = 200
/** How long a file waits for its task to be made. */
const unclaimedTime = 24 * hour

const refuse = (detail: string) => err<Failure>({ code: 'invalid-file', detail })

/** Checks that a component takes a file, by what the file is and not by what it is said to be. */
const checkFile = (
  component: Component | undefined,
  { declaredType, content }: SentFile,
): Result<MediaType, Failure> => {
  const files = component && getComponentType(component.type).files
  if (files === undefined) return refuse('The flow does not ask for a file there.')
  const { mediaTypes, largest } = fileRules[files.kind]
  const mediaType = findMediaType(content)
  const declared = declaredType.split(';')[0]?.trim().toLowerCase()
  if (mediaType === undefined || !isOfKind(mediaType, files.kind) || declared !== mediaType) {
    return err({
      code: 'unsupported-media-type',
      detail: `Send ${mediaTypes.join(', ')}, with that Content-Type.`,
    })
  }
  return content.length > largest
    ? err({
        code: 'too-large',
        detail: `The file may have at most ${largest / 1024 / 1024} MiB.`,
      })
    : ok(mediaType)
}

/** Writes a file, once: one of the same id must be the same file, sent again. */
const write = async (
  tx: Database,
  { clock }: Context,
  { organizationId, userId }: Actor,
  { fileId, componentId, content }: SentFile,
  mediaType: MediaType,
  taskId: string | null,
): Promise<Result<StoredFile, Failure>> => {
  const stored = { id: fileId, componentId, mediaType, size: content.length }
  const file = { ...stored, organizationId, taskId, content, storedBy: userId }
  if (await insertFile(tx, { ...file, storedAt: new Date(clock.now()) })) return ok(stored)
  const before = await findFile(tx, organizationId, fileId)
  const isSame =
    before?.taskId === taskId && before.componentId === componentId && before.size === stored.size
  return isSame ? ok(stored) : refuse('Another file has this id.')
}

/** Stores a file for an answer of a task that is not done. */
export const storeFile = async (
  context: Context,
  actor: Actor,
  { taskId, ...file }: SentFile & { taskId: string },
): Promise<Result<StoredFile, Failure>> => {
  const scope = scopeOf(actor)
  const row = await findTask(context.db, scope, taskId)
  if (row === undefined) return taskNotFound()
  if (row.task.status === 'done') return taskDone()
  const { components } = await getPublishedFlow(context, row.task.flowId, row.task.flowVersion)
  const mediaType = checkFile(components.get(file.componentId), file)
  if (!mediaType.ok) return mediaType
  return context.db.transaction(async (tx) => {
    if (!(await lockOpenTask(tx, scope, taskId))) return taskDone()
    if ((await countFiles(tx, taskId)) >= mostFiles) {
      return refuse(`A task can have at most ${mostFiles} files.`)
    }
    return write(tx, context, actor, file, mediaType.value, taskId)
  })
}

/** Stores a file for the Initial Page of a task that is about to be made; it waits a day for it. */
export const storeFileForNewTask = async (
  context: Context,
  actor: Actor,
  { flowId, ...file }: SentFile & { flowId: string },
): Promise<Result<StoredFile, Failure>> => {
  const { db, clock } = context
  const { organizationId, userId } = actor
  const source = await findTaskSource(db, organizationId, flowId)
  if (source === undefined || source.publishedVersion === null) {
    return err({ code: 'not-found', detail: 'There is no such published flow.' })
  }
  const { document } = await getPublishedFlow(context, flowId, source.publishedVersion)
  const asked = document.pages[0]?.components.find(({ id }) => id === file.componentId)
  const mediaType = checkFile(asked, file)
  if (!mediaType.ok) return mediaType
  return db.transaction(async (tx) => {
    await deleteUnclaimedFiles(tx, organizationId, new Date(clock.now() - unclaimedTime))
    if ((await listUnclaimedFiles(tx, organizationId, userId)).length >= mostFiles) {
      return refuse(`At most ${mostFiles} files can wait for their tasks.`)
    }
    return write(tx, context, actor, file, mediaType.value, null)
  })
}
