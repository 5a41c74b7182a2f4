import { api } from './api.ts'
import { call } from './api-client.ts'
import { offlineError, toApiError } from './api-error.ts'
import type { PendingFile } from './upload-queue.ts'

const carrying = ({ content }: PendingFile) => ({
  init: { body: content, headers: { 'content-type': content.type } },
})

/** Stores a file of a task. Throws ApiError. */
export const sendTaskFile = (taskId: string, file: PendingFile) => {
  const { fileId, componentId } = file
  const routes = api.v1.tasks[':taskId'].files
  return call(routes.$post({ param: { taskId }, query: { fileId, componentId } }, carrying(file)))
}

/** Stores a file for a task that is about to be made from a flow. Throws ApiError. */
export const sendNewTaskFile = (flowId: string, file: PendingFile) => {
  const { fileId, componentId } = file
  const routes = api.v1.flows[':flowId']['task-files']
  return call(routes.$post({ param: { flowId }, query: { fileId, componentId } }, carrying(file)))
}

/** A file of a task. Throws ApiError. */
export const loadTaskFile = async (taskId: string, fileId: string): Promise<Blob> => {
  const routes = api.v1.tasks[':taskId'].files[':fileId']
  const response = await routes.$get({ param: { taskId, fileId } }).catch(() => {
    throw offlineError()
  })
  if (!response.ok) throw await toApiError(response)
  return response.blob()
}
