import type { Foreign } from '#domain/shared/foreign-schema.ts'

/**
 * Keys that a task has of its own, so that no answer may be stored under them.
 *
 * Source: MileApp's public API reference, reserved component ids.
 */
export const reservedIds: ReadonlySet<string> = new Set(
  `_id flow flowId organizationId hub hubId isDeleted title content label orderIndex status startTime
  endTime updatedTime assignee assignedTo assignedBy assignedTime createdBy createdFrom createdTime
  doneBy doneCoordinate doneTime openTaskTime duration distance eta etd expectedCoordinate refId
  createdCoordinate organization taskType parentId subId workflow`.split(/\s+/),
)

/**
 * Whether an id that is reserved may be used all the same: MileApp's own flows call a component `title`
 * or `content` when it is what a task shows as that (`showAs`).
 */
export const isShownAsItself = (id: string, { showAs }: Foreign): boolean =>
  (id === 'title' || id === 'content') && typeof showAs === 'string'
