import { dataTypeField } from '../data-type-mileapp.ts'
import { lost, noDefaultField, readText, unset } from '../mileapp-fields.ts'
import { defineMileappMapping } from '../mileapp-mapping.ts'
import type { ViewComponent } from './view-schema.ts'
import { findShownComponentId } from './view-value.ts'

export const viewMileapp = defineMileappMapping<ViewComponent>({
  component: 'view',
  fields: [
    noDefaultField,
    dataTypeField,
    {
      keys: ['value'],
      becomes: 'Text, or the earlier field whose answer is shown (`$componentId`)',
      read: (value, _source, idOf) => {
        if (value === null) return unset
        const text = readText(value)
        if (text === undefined) return lost('It is not a text.')
        const reference = /^\$\S+$/.test(text) ? `$${idOf(text.slice(1))}` : text
        return { settings: { value: reference } }
      },
      write: ({ value }, idOf) => {
        const shown = findShownComponentId(value)
        if (shown !== undefined) return { value: `$${idOf(shown)}` }
        return { value: value === '' ? null : value }
      },
    },
  ],
  kept: [],
})
