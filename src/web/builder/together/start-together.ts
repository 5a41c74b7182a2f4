import { api } from '#web/shared/api.ts'
import { toApiError } from '#web/shared/api-error.ts'
import type { Builder } from '../builder.ts'
import { followFlow } from './follow-flow.ts'

/** These answers stay as they are: signed out, another role, the flow is gone. */
const lasting = [401, 403, 404]

const openStream = async ({ flowId, autosave }: Builder, signal: AbortSignal) => {
  const response = await api.v1.flows[':flowId'].events.$get(
    {
      param: { flowId },
      query: { clientId: autosave.clientId, since: autosave.store.getState().revision },
    },
    { init: { signal } },
  )
  if (lasting.includes(response.status)) return undefined
  if (!response.ok || response.body === null) throw await toApiError(response)
  return response.body
}

/** Joins those who have the flow open: their operations come in, who they are is known. */
export const startTogether = (builder: Builder): (() => void) => {
  const { autosave, peers } = builder
  const flushWhenBack = () => void autosave.flush()
  window.addEventListener('online', flushWhenBack)
  const stop = followFlow({
    open: (signal) => openStream(builder, signal),
    onLost: peers.clear,
    handlers: {
      operations: (log) => autosave.receive(log),
      reset: () => void autosave.catchUp(),
      presence: peers.hear,
      gone: ({ clientId }) => peers.forget(clientId),
      deleted: () =>
        builder.notify('Somebody has deleted this flow. What you change can no longer be saved.', {
          tone: 'error',
        }),
    },
  })
  return () => {
    window.removeEventListener('online', flushWhenBack)
    stop()
    peers.clear()
  }
}
