import type { ClientResponse } from 'hono/client'
import { offlineError, toApiError } from './api-error.ts'

/** Has the browser save a file. */
const saveFile = (content: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Some browsers begin to read only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Saves what the API answers with as a file. Throws ApiError. */
export const saveAnswer = async (
  request: Promise<ClientResponse<unknown>>,
  name: string,
): Promise<void> => {
  const response = await request.catch(() => {
    throw offlineError()
  })
  if (!response.ok) throw await toApiError(response)
  saveFile(await response.blob(), name)
}
