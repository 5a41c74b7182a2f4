import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { getComponent, getPage, toFlowState } from '#domain/flow/flow-state.ts'
import { runAction } from '#web/builder/actions/builder-action.ts'
import { getAction } from '#web/builder/actions/builder-actions.ts'
import { selectComponents, selectPages } from '#web/builder/actions/select-commands.ts'
import { type Builder, createBuilder, flowOf, type Notice } from '#web/builder/builder.ts'
import { createRecentPresets } from '#web/builder/palette/recent-presets.ts'
import { Autosave } from '#web/builder/state/autosave.ts'
import { createFlowEditor } from '#web/builder/state/flow-store.ts'

const organisation = {
  readyChannels: ['email', 'sms', 'whatsapp'],
  allowedChannels: ['email', 'sms', 'whatsapp'],
  componentLimit: null,
  homeCountry: 'ID',
} as const

/** A day: what a test does is never sent. */
const rest = 86_400_000

const memory = () => {
  const texts = new Map<string, string>()
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  }
}

/** The Flow Builder without a screen: drives its actions and reads what came of them. */
export interface BuilderDriver {
  builder: Builder
  /** What the person was told, the newest last. */
  messages: { message: string; more: Notice }[]
  /** What was asked of the canvas. */
  canvas: string[]
  /** Does an action by its name, as the keyboard and the menus do. */
  run(...actionNames: string[]): void
  select(...componentIds: string[]): void
  selectPages(...pageIds: string[]): void
  /** The titles of a page's components, in order. */
  titles(pageId: string): string[]
  /** The ids of the pages, in order. */
  pages(): readonly string[]
}

const recordingCanvas = (calls: string[]): NonNullable<Builder['canvas']> => {
  const record = (name: string) => () => void calls.push(name)
  return {
    panBy: record('panBy'),
    fitView: record('fitView'),
    zoomBy: record('zoomBy'),
    zoomToActualSize: record('zoomToActualSize'),
    zoomToPages: (pageIds) => void calls.push(`zoomToPages ${pageIds.join(' ')}`),
    toCanvasPoint: (point) => point,
    autoLayout: async () => void calls.push('autoLayout'),
    showPath: (pageIds) => void calls.push(`showPath ${pageIds.join(' ')}`),
    reveal: (pageId) => void calls.push(`reveal ${pageId}`),
  }
}

/** Opens a document in a builder that has neither a screen nor a server. */
export const aBuilder = async (
  document: FlowDocument,
  differing: Partial<Builder['organisation']> = {},
): Promise<BuilderDriver> => {
  const editor = createFlowEditor(toFlowState(document))
  let ids = 0
  const newId = () => {
    ids += 1
    return `id${ids}`
  }
  const autosave = await Autosave.start({
    editor,
    revision: 1,
    rest,
    newId,
    clientId: newId(),
    storage: { load: async () => [], save: async () => {}, release: () => {} },
    isOffline: () => false,
    reload: async () => ({ flow: editor.store.getState().flow, revision: 1 }),
    send: async ({ baseRevision }) => ({
      revision: baseRevision,
      applied: [],
      conflicts: [],
      others: [],
    }),
  })
  autosave.stop()
  const messages: BuilderDriver['messages'] = []
  const canvas: string[] = []
  const builder: Builder = {
    ...createBuilder({
      flowId: 'flow',
      editor,
      autosave,
      organisation: { ...organisation, ...differing },
      recent: createRecentPresets(memory(), 'somebody'),
      notify: (message, more = {}) => void messages.push({ message, more }),
    }),
    newId,
    canvas: recordingCanvas(canvas),
  }
  return {
    builder,
    messages,
    canvas,
    run: (...names) => {
      for (const name of names) runAction(builder, getAction(name))
    },
    select: (...componentIds) => selectComponents(builder, componentIds),
    selectPages: (...pageIds) => selectPages(builder, pageIds),
    titles: (pageId) => {
      const flow = flowOf(builder)
      return getPage(flow, pageId).componentOrder.map((id) => getComponent(flow, id).title)
    },
    pages: () => flowOf(builder).pageOrder,
  }
}
