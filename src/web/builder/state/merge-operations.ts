import type { Operation } from '#domain/flow/operation-schema.ts'

/**
 * Two operations that follow each other as one, where the second sets the very settings that the
 * first has set; nothing when they are of another kind.
 */
export const mergeOperations = (first: Operation, second: Operation): Operation | undefined => {
  if (first.type === 'component.update' && second.type === 'component.update') {
    const isSame = first.componentId === second.componentId && !('id' in first.changes)
    return isSame ? second : undefined
  }
  if (first.type === 'page.update' && second.type === 'page.update') {
    return first.pageId === second.pageId ? second : undefined
  }
  if (first.type === 'page.move' && second.type === 'page.move') {
    const isSame = first.pageId === second.pageId && second.index === undefined
    return isSame ? { ...first, ...second } : undefined
  }
  return first.type === 'flow.update' && second.type === 'flow.update' ? second : undefined
}
