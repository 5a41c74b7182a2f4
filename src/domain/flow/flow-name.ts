import { trimmedText } from '#domain/shared/text-schema.ts'

/** Names that mean something else to whoever reads a list of flows. */
const reservedNames: ReadonlySet<string> = new Set(['activity', 'handover'])

/** Names with one key are the same name: case and spaces around do not tell flows apart. */
export const toNameKey = (name: string): string => name.trim().toLowerCase()

/** Whether no flow may have the name. */
export const isReservedName = (name: string): boolean => reservedNames.has(toNameKey(name))

/** What a flow is called. */
export const flowNameSchema = trimmedText(1, 100).refine(
  (name) => !isReservedName(name),
  'is reserved: choose another name',
)
