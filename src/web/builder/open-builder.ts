import type { QueryClient } from '@tanstack/react-query'
import type { Flow, Saved } from '#contract/flow-contract.ts'
import type { Session } from '#contract/session-contract.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { isTemporary, toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'
import { undoStep } from './actions/history-commands.ts'
import { type Builder, createBuilder, flowOf } from './builder.ts'
import { flowQuery } from './flow-query.ts'
import { createRecentPresets } from './palette/recent-presets.ts'
import { Autosave } from './state/autosave.ts'
import { createFlowEditor } from './state/flow-store.ts'
import { createUnsentStorage } from './state/unsent-storage.ts'

const publish = async (builder: Builder, client: QueryClient): Promise<void> => {
  const { errorCount } = builder.problemsOf(flowOf(builder))
  if (errorCount > 0) {
    builder.session.setState({ panel: 'problems', drawer: 'right' })
    const things = errorCount === 1 ? '1 problem' : `${errorCount} problems`
    return builder.notify(`Mend ${things} before you publish`, { tone: 'error' })
  }
  await builder.autosave.flush()
  if (builder.autosave.store.getState().status !== 'saved') {
    return builder.notify('Not published: the flow could not be saved first.', { tone: 'error' })
  }
  try {
    const { flowId } = builder
    const { version } = await call(api.v1.flows[':flowId'].publish.$post({ param: { flowId } }))
    await client.refetchQueries({ queryKey: flowQuery(flowId).queryKey })
    await client.invalidateQueries({ queryKey: ['flows'] })
    builder.notify(`Published version ${version}`)
  } catch (error) {
    builder.notify(toMessage(error), { tone: 'error' })
  }
}

/** So long a message waits for the next one of its topic, in ms. */
const topicRest = 150

/** Opens the builder on a flow: its document, its history, its saving. */
export const openBuilder = async (
  flow: Flow,
  { user, organisation }: Session,
  client: QueryClient,
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
      const show = () =>
        toast(message, {
          ...(tone && { tone }),
          ...(description && { description }),
          ...(topic && { id: topic }),
          ...(undo && { action: { label: 'Undo', onClick: () => undoStep(builder, step) } }),
        })
      if (topic === undefined) return show()
      // One after another in quick succession (Ctrl+Z held down): only the last is shown, and no key waits.
      clearTimeout(waiting.get(topic))
      waiting.set(topic, setTimeout(show, topicRest))
    },
    publish: () => publish(builder, client),
  })
  return builder
}
