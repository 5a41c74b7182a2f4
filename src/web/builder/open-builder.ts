import type { Flow, Saved } from '#contract/flow-contract.ts'
import type { Session } from '#contract/session-contract.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { isTemporary } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'
import { undoStep } from './actions/history-commands.ts'
import { type Builder, createBuilder } from './builder.ts'
import { createRecentPresets } from './palette/recent-presets.ts'
import { Autosave } from './state/autosave.ts'
import { createFlowEditor } from './state/flow-store.ts'
import { createUnsentStorage } from './state/unsent-storage.ts'

/** So long a message waits for the next one of its topic, in ms. */
const topicRest = 400

/** Opens the builder on a flow: its document, its history, its saving. */
export const openBuilder = async (
  flow: Flow,
  { user, organisation }: Session,
): Promise<Builder> => {
  const editor = createFlowEditor(toFlowState(flow.document))
  const clientId = crypto.randomUUID()
  const autosave = await Autosave.start({
    editor,
    revision: flow.revision,
    clientId,
    storage: createUnsentStorage(flow.id, user.id, clientId),
    newId: () => crypto.randomUUID(),
    isOffline: isTemporary,
    reload: async () => {
      const { document, revision } = await call(
        api.v1.flows[':flowId'].$get({ param: { flowId: flow.id } }),
      )
      return { flow: toFlowState(document), revision }
    },
    // Hono's JSON types and zod's describe the same JSON in words that TypeScript can't compare.
    send: (json) =>
      call(
        api.v1.flows[':flowId'].operations.$post({ param: { flowId: flow.id }, json }),
      ) as Promise<Saved>,
  })
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const builder: Builder = createBuilder({
    flowId: flow.id,
    editor,
    autosave,
    organisation,
    recent: createRecentPresets(localStorage, user.id),
    notify: (message, { undo = false, tone, description, topic } = {}) => {
      const step = editor.store.getState().past.at(-1)?.operation
      // Only the last step can be taken back by its message: that one, and what undoing says, is one message.
      const id = undo ? 'history' : topic
      const show = () =>
        toast(message, {
          ...(tone && { tone }),
          ...(description && { description }),
          ...(id && { id }),
          ...(undo && { action: { label: 'Undo', onClick: () => undoStep(builder, step) } }),
        })
      // One after another in quick succession (Ctrl+Z held down): only the last is shown, and no key waits.
      if (id !== undefined) clearTimeout(waiting.get(id))
      if (id === undefined || topic === undefined) return show()
      waiting.set(id, setTimeout(show, topicRest))
    },
  })
  return builder
}
