import { dataTypeField } from '../data-type-mileapp.ts'
import { lost, numberField, readText, unset } from '../mileapp-fields.ts'
import { defineMileappMapping, type MileappField } from '../mileapp-mapping.ts'
import type { InputComponent } from './input-schema.ts'

const defaultField: MileappField<InputComponent> = {
  keys: ['default'],
  becomes: 'Default Value; an empty text is written as null',
  read: (value) => {
    if (value === null) return unset
    const defaultValue = readText(value)
    return defaultValue === undefined ? lost('It is not a text.') : { settings: { defaultValue } }
  },
  write: ({ defaultValue }) => ({ default: defaultValue === '' ? null : defaultValue }),
}

const unitField: MileappField<InputComponent> = {
  keys: ['units'],
  together: ['useUnit'],
  becomes: 'Unit, with `useUnit`; of several units, the first',
  read: (value, { useUnit }) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) {
      return useUnit === true ? lost('It names no unit.') : unset
    }
    const [unit, ...others] = Array.isArray(value) ? value : []
    if (typeof unit !== 'string') return lost('It is not a list of texts.')
    if (useUnit === false) return lost('The units are turned off there, so there is none here.')
    if (others.length > 0)
      return { settings: { unit }, lost: 'A field has one unit here: the first.' }
    return { settings: { unit } }
  },
  write: ({ unit }) => ({ useUnit: unit !== '', units: unit === '' ? [] : [unit] }),
}

/** With units, it is read together with them; alone it says nothing but "no unit". */
const useUnitField: MileappField<InputComponent> = {
  keys: ['useUnit'],
  becomes: 'whether there is a Unit',
  read: (value) => (value === true ? lost('It names no unit.') : unset),
  write: () => ({}),
}

const geolockField: MileappField<InputComponent> = {
  keys: ['useGeoLock'],
  becomes: 'Geolock of a Coordinate; the centre is to be chosen here, and Problems asks for it',
  read: (value, source) => {
    if (value === false || value === null) return unset
    if (value !== true) return lost('It is neither true nor false.')
    const type = dataTypeField.keys.map((key) => source[key]).find((word) => word !== undefined)
    return dataTypeField.read(type, source, (id) => id).settings.dataType === 'coordinate'
      ? { settings: { geolock: 'field' } }
      : lost('Only a Coordinate has a geolock here.')
  },
  write: ({ geolock }) => ({ useGeoLock: geolock !== 'off' }),
}

const triggers = { open: 'onTaskStart', answer: 'onTaskDone' } as const

const triggerField: MileappField<InputComponent> = {
  keys: ['geoLockTrigger'],
  becomes: '`onTaskStart`: when the page opens; `onTaskDone`: when the worker answers',
  read: (value) => {
    if (value === null) return unset
    const trigger = value === triggers.open ? 'open' : value === triggers.answer ? 'answer' : null
    return trigger === null
      ? lost('There is no such trigger here.')
      : { settings: { geolockTrigger: trigger } }
  },
  write: ({ geolockTrigger }) => ({ geoLockTrigger: triggers[geolockTrigger] }),
}

export const inputMileapp = defineMileappMapping<InputComponent>({
  component: 'input',
  fields: [
    dataTypeField,
    defaultField,
    unitField,
    useUnitField,
    geolockField,
    numberField(
      ['radius'],
      'geolockRadius',
      { minimum: 10, maximum: 100_000 },
      'Geolock radius, in metres',
    ),
    triggerField,
  ],
  kept: ['useGeocode', 'geocodeAs', 'useDataSource', 'masterItems', 'addNewData'],
})
