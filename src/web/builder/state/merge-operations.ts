import type { Operation } from '#domain/flow/operation-schema.ts'

/** Whether two changes set the very same settings. An id is none: it is how others find the target. */
const setSame = (first: object, second: object): boolean => {
  const names = Object.keys(first).sort().join()
  return names === Object.keys(second).sort().join() && !('id' in first)
}

/**
 * Two operations that follow each other as one, where the second sets the very settings that the
 * first has set; nothing when it does not.
 */
export const mergeOperations = (first: Operation, second: Operation): Operation | undefined => {
  if (first.type === 'component.update' && second.type === 'component.update') {
    const isSame = first.componentId === second.componentId
    return isSame && setSame(first.changes, second.changes) ? second : undefined
  }
  if (first.type === 'page.update' && second.type === 'page.update') {
    const isSame = first.pageId === second.pageId
    return isSame && setSame(first.changes, second.changes) ? second : undefined
  }
  if (first.type === 'page.move' && second.type === 'page.move') {
    const isSame = first.pageId === second.pageId
    const isPosition = first.index === undefined && second.index === undefined && second.position
    return isSame && isPosition ? second : undefined
  }
  if (first.type === 'flow.update' && second.type === 'flow.update') {
    return setSame(first.changes, second.changes) ? second : undefined
  }
  return undefined
}
