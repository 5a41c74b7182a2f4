import type { ListedFile } from '#domain/task/with-files.ts'
import type { AnswerFiles } from '#web/shared/answer-files.ts'

/** Files that never leave this page: photos, signatures and recordings of a preview. */
export interface MemoryFiles extends AnswerFiles {
  list(): ListedFile[]
}

export const createMemoryFiles = (newId: () => string): MemoryFiles => {
  const kept = new Map<string, { componentId: string; content: Blob }>()
  return {
    add(componentId, content) {
      const id = newId()
      kept.set(id, { componentId, content })
      return id
    },
    // An earlier moment may still name it: what is taken stays until the page is left.
    forget: () => {},
    findState: () => undefined,
    subscribe: () => () => {},
    load: async (fileId) => {
      const file = kept.get(fileId)
      if (file === undefined) throw new Error(`no file "${fileId}" in this preview`)
      return file.content
    },
    flush: async () => {},
    list: () =>
      [...kept].map(([id, { componentId, content }]) => ({
        id,
        componentId,
        // Recorders add the codec: "audio/webm;codecs=opus".
        mediaType: content.type.split(';')[0] ?? '',
      })),
  }
}
