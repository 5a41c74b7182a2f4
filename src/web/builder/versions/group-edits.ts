import type { FlowVersion } from '#contract/flow-contract.ts'
import type { FlowEdit } from '#contract/flow-version-contract.ts'

/** A longer rest than this, in ms, begins another session. */
const longestRest = 30 * 60_000

/** What one person did in one go, newest first. */
export interface EditSession {
  kind: 'session'
  by: string
  byId: string
  edits: readonly [FlowEdit, ...FlowEdit[]]
}

export type HistoryEntry = EditSession | { kind: 'version'; version: FlowVersion }

const continues = (session: EditSession, edit: FlowEdit): boolean => {
  const earliest = session.edits.at(-1) ?? session.edits[0]
  return session.byId === edit.byId && Date.parse(earliest.at) - Date.parse(edit.at) <= longestRest
}

/**
 * Versions and, below each, what led to it: edits in sessions by person. Both lists are newest first,
 * and so is the outcome. A version ends the session that it was made in.
 */
export const groupEdits = (
  edits: readonly FlowEdit[],
  versions: readonly FlowVersion[],
): HistoryEntry[] => {
  const entries: HistoryEntry[] = []
  const waiting = [...versions]
  for (const edit of edits) {
    while (waiting[0] !== undefined && waiting[0].revision >= edit.revision) {
      entries.push({ kind: 'version', version: waiting[0] })
      waiting.shift()
    }
    const last = entries.at(-1)
    if (last?.kind === 'session' && continues(last, edit)) {
      entries[entries.length - 1] = { ...last, edits: [...last.edits, edit] }
    } else {
      entries.push({ kind: 'session', by: edit.by, byId: edit.byId, edits: [edit] })
    }
  }
  return [...entries, ...waiting.map((version) => ({ kind: 'version' as const, version }))]
}
