import type { IdOf } from '#domain/components/mileapp-mapping.ts'
import { componentIdSchema } from '#domain/shared/identifier-schema.ts'
import { toCamelCase } from '../compose-operations.ts'
import type { JsonObject } from './json-object.ts'

/** What a component of a file is called here. */
export interface AssignedId {
  id: string
  /** The id in the file, when it is another one that nobody else has there. */
  original: unknown
  /** Why it is another one; nothing when it is the same. */
  reason: string | undefined
}

export interface AssignedIds {
  /** In the order of the components. */
  assigned: AssignedId[]
  /** Our id of one in the file. */
  idOf: IdOf
}

/** Makes ids that nobody has, each in one step however many want the same. */
const createIdSource = (taken: Set<string>) => {
  const nextNumber = new Map<string, number>()
  return (wanted: string): string => {
    const stem = componentIdSchema.safeParse(wanted).success ? wanted : `${wanted}Field`
    let number = nextNumber.get(stem) ?? 1
    let id = stem
    for (; taken.has(id); number += 1) id = `${stem}${number + 1}`
    nextNumber.set(stem, number)
    taken.add(id)
    return id
  }
}

const toWanted = ({ id, title, component }: JsonObject): string => {
  const text = [id, title, component].find((one) => typeof one === 'string' && one.trim() !== '')
  return toCamelCase(String(text ?? 'component'))
}

/**
 * Gives each component of a file an id. Ids that fit stay as they are; of several alike, the first
 * does. `ownIds` are those that the components had here before they were exported.
 */
export const assignIds = (sources: readonly JsonObject[], ownIds: JsonObject): AssignedIds => {
  const taken = new Set<string>()
  const idByOriginal = new Map<string, string>()
  const claimed = sources.map(({ id }) => {
    if (typeof id !== 'string' || idByOriginal.has(id)) return undefined
    const wanted = Object.hasOwn(ownIds, id) ? ownIds[id] : id
    const parsed = componentIdSchema.safeParse(wanted)
    if (!parsed.success || taken.has(parsed.data)) return undefined
    taken.add(parsed.data)
    idByOriginal.set(id, parsed.data)
    return parsed.data
  })
  const makeId = createIdSource(taken)
  const assigned = sources.map((source, index): AssignedId => {
    const { id: original } = source
    const own = claimed[index]
    if (own !== undefined) {
      return { id: own, original: own === original ? undefined : original, reason: undefined }
    }
    const isTwin = typeof original === 'string' && idByOriginal.has(original)
    const id = makeId(toWanted(source))
    if (isTwin)
      return {
        id,
        original: undefined,
        reason: `Another component has the id "${original}"; this one is "${id}".`,
      }
    if (typeof original !== 'string')
      return { id, original, reason: `It has no id; it is "${id}" here.` }
    idByOriginal.set(original, id)
    return { id, original, reason: `The id "${original}" is not camelCase; it is "${id}" here.` }
  })
  return { assigned, idOf: (id) => idByOriginal.get(id) ?? id }
}
