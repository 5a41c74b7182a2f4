import { flagField, lost, noDefaultField, unset } from '../mileapp-fields.ts'
import { defineMileappMapping, type MileappField } from '../mileapp-mapping.ts'
import { type ListKind, listKinds } from './list-limits.ts'
import type { ListComponent } from './list-schema.ts'

const kindField: MileappField<ListComponent> = {
  keys: ['type'],
  becomes: 'Type, in any case',
  read: (value) => {
    if (value === null) return unset
    const word = String(value).toLowerCase()
    const listType = listKinds.find((kind: ListKind) => kind === word)
    return listType === undefined
      ? lost('It is none of text, checkbox and quantity.')
      : { settings: { listType } }
  },
  write: ({ listType }) => ({ type: listType }),
}

const entriesField: MileappField<ListComponent> = {
  keys: ['value'],
  becomes: 'Entries, when it is a list of texts; none are written as null',
  read: (value) => {
    if (value === null) return unset
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
      ? { settings: { entries: value } }
      : lost('It is not a list of texts.')
  },
  write: ({ entries }) => ({ value: entries.length === 0 ? null : entries }),
}

export const listMileapp = defineMileappMapping<ListComponent>({
  component: 'list',
  fields: [noDefaultField, kindField, flagField(['addNew'], 'addNew', 'Add new'), entriesField],
  kept: ['addNewType', 'addNewData'],
})
