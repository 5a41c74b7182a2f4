import type { ComponentBase } from './component-base-schema.ts'
import type { DataType } from './data-type.ts'
import { lost, unset } from './mileapp-fields.ts'
import type { MileappField, MileappSource } from './mileapp-mapping.ts'

/** How MileApp writes each data type. Email is in its help pages, not in its API reference. */
const spellings: Record<DataType, string> = {
  text: 'String',
  number: 'Numeric',
  date: 'Date',
  dateTime: 'Datetime',
  time: 'Time',
  address: 'Address',
  coordinate: 'Geolocation',
  phoneNumber: 'PhoneNumber',
  email: 'Email',
  url: 'URL',
  currency: 'Currency',
}

const otherSpellings: Readonly<Record<string, DataType>> = {
  text: 'text',
  number: 'number',
  coordinate: 'coordinate',
  phone: 'phoneNumber',
}

/** Of `inputType: "string"`, what the format says. */
const formats: Readonly<Record<string, DataType>> = {
  datetime: 'dateTime',
  date: 'date',
  time: 'time',
  email: 'email',
  uri: 'url',
}

const toWord = (value: unknown): string =>
  typeof value === 'string' ? value.toLowerCase().replace(/[^a-z]/g, '') : ''

const typeByWord = new Map<string, DataType>([
  ...Object.entries(spellings).map(([type, word]) => [toWord(word), type as DataType] as const),
  ...Object.entries(otherSpellings),
])

const findDataType = (value: unknown, { format }: MileappSource): DataType | undefined => {
  const type = typeByWord.get(toWord(value))
  if (format === undefined || format === null || type !== 'text') return type
  return formats[toWord(format)]
}

/** The data type of an Input or a View. */
export const dataTypeField: MileappField<ComponentBase & { dataType: DataType }> = {
  keys: ['type', 'inputType'],
  together: ['format'],
  becomes: 'Data type, in any case; `inputType` with `format: "date-time"` is Date Time',
  read: (value, source) => {
    if (value === null) return unset
    const dataType = findDataType(value, source)
    return dataType === undefined
      ? lost('There is no such data type here; it is a Text.')
      : { settings: { dataType } }
  },
  write: ({ dataType }) => ({ type: spellings[dataType] }),
}
