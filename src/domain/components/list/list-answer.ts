import { err, ok, type Result } from '#domain/shared/result.ts'
import { type AnswerError, type AnswerValue, isBlank, type ListAnswer } from '../answer.ts'
import { readAll, readInteger, readRecord, readText } from '../read-answer.ts'
import { type ListKind, listLimits } from './list-limits.ts'
import type { ListComponent } from './list-schema.ts'

type Checked = Result<ListAnswer | null, AnswerError>
type Entry = ListAnswer['entries'][number]

const invalid = (message: string): Checked => err({ code: 'invalid', message })

const readers: Record<ListKind, (value: unknown) => Entry['value'] | undefined> = {
  text: (value) => (isBlank(value) ? '' : readText(value, listLimits.textLength)),
  checkbox: (value) => (typeof value === 'boolean' ? value : undefined),
  quantity: (value) => readInteger(value, 0, listLimits.quantity),
}

const readEntry =
  (kind: ListKind) =>
  (item: unknown): Entry | undefined => {
    const record = readRecord(item)
    const name = readText(record?.name, listLimits.nameLength)
    const value = readers[kind](record?.value)
    return name === undefined || value === undefined ? undefined : { name, value }
  }

/** The list of an answer; nothing when it is no answer to a List. */
export const findList = (value: AnswerValue): ListAnswer | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'entries' in value
    ? value
    : undefined

/** What an entry has before anybody answers. */
export const blankValues: Record<ListKind, Entry['value']> = {
  text: '',
  checkbox: false,
  quantity: 0,
}

/** Why an entry of that name cannot be added; nothing when it can. */
export const findNameObjection = (list: ListComponent, name: string): string | undefined => {
  const { minimumLength, maximumLength, pattern } = list
  if (readText(name, listLimits.nameLength) === undefined) {
    return `Enter a name of 1 to ${listLimits.nameLength} characters.`
  }
  const { length } = name.trim()
  if (minimumLength !== null && length < minimumLength) {
    return `Enter at least ${minimumLength} characters.`
  }
  if (maximumLength !== null && length > maximumLength) {
    return `Enter at most ${maximumLength} characters.`
  }
  return pattern === '' || new RegExp(`^(?:${pattern})$`, 'u').test(name.trim())
    ? undefined
    : 'This does not have the form that is asked for.'
}

const findEntryObjection = (list: ListComponent, { name }: Entry): string | undefined => {
  if (list.entries.includes(name)) return undefined
  if (!list.addNew) return `"${name}" is not on the list.`
  const objection = findNameObjection(list, name)
  return objection === undefined ? undefined : `"${name}": ${objection}`
}

/**
 * Accepts a list in the order of its preset entries, then those added. Entries of which nothing is
 * said are blank; a list that says nothing at all is no answer.
 */
export const checkListAnswer = (list: ListComponent, value: unknown): Checked => {
  const given = value === null || value === undefined ? [] : readRecord(value)?.entries
  const read = readAll(given, listLimits.entries * 2, readEntry(list.listType))
  if (read === undefined) return invalid('This is not a filled in list.')
  if (new Set(read.map(({ name }) => name)).size < read.length) {
    return invalid('An entry is on the list twice.')
  }
  for (const entry of read) {
    const objection = findEntryObjection(list, entry)
    if (objection !== undefined) return invalid(objection)
  }
  const blank = blankValues[list.listType]
  const preset = list.entries.map(
    (name) => read.find((entry) => entry.name === name) ?? { name, value: blank },
  )
  const added = read.filter(({ name }) => !list.entries.includes(name))
  if ([...preset, ...added].some((entry) => entry.value !== blank)) {
    return ok({ entries: [...preset, ...added] })
  }
  if (list.required) return err({ code: 'required', message: `Fill in ${list.title}.` })
  // Entries that were added are kept on the way, before anything is said of them.
  return ok(added.length === 0 ? null : { entries: [...preset, ...added] })
}
