import type { ComponentBase } from './component-base-schema.ts'
import type { MileappField, Reading } from './mileapp-mapping.ts'

type Keys = readonly [string, ...string[]]

/** The settings that can be of a type. */
type SettingOf<Component, Value> = {
  [Name in keyof Component & string]: Component[Name] extends Value ? Name : never
}[keyof Component & string]

/** A value that says nothing: the setting stays at its default. */
export const unset: Reading = { settings: {} }

/** A value that our settings can't say. */
export const lost = (reason: string): Reading => ({ settings: {}, lost: reason })

/** Reads a number, also one that is written as text. */
export const readNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || !/^-?\d{1,15}(\.\d{1,15})?$/.test(value.trim())) return undefined
  return Number(value)
}

/** Reads a text, also one that is written as a number. */
export const readText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

/** Reads yes or no, in the spellings that programs use. */
const readFlag = (value: unknown): boolean | undefined => {
  const text = String(value).toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : undefined
}

/** A setting that is on or off. */
export const flagField = <Component extends ComponentBase>(
  keys: Keys,
  setting: SettingOf<Component, boolean>,
  becomes: string,
): MileappField<Component> => ({
  keys,
  becomes,
  read: (value) => {
    if (value === null) return unset
    const flag = readFlag(value)
    return flag === undefined
      ? lost('It is neither true nor false.')
      : { settings: { [setting]: flag } }
  },
  write: (component) => ({ [keys[0]]: component[setting] }),
})

interface NumberRule {
  minimum: number
  maximum: number
}

/** A whole number within bounds. */
export const numberField = <Component extends ComponentBase>(
  keys: Keys,
  setting: SettingOf<Component, number>,
  { minimum, maximum }: NumberRule,
  becomes: string,
): MileappField<Component> => ({
  keys,
  becomes,
  read: (value) => {
    if (value === null) return unset
    const number = readNumber(value)
    const fits =
      number !== undefined && Number.isInteger(number) && number >= minimum && number <= maximum
    return fits
      ? { settings: { [setting]: number } }
      : lost(`Only whole numbers from ${minimum} to ${maximum} can be set here.`)
  },
  write: (component) => ({ [keys[0]]: component[setting] }),
})

/** A default that the type has no setting for: MileApp writes it as null then. */
export const noDefaultField: MileappField<ComponentBase> = {
  keys: ['default'],
  becomes: 'null: this type has no Default Value; any other value is kept',
  read: (value) => (value === null ? unset : lost('This type has no Default Value.')),
  write: () => ({ default: null }),
}

/** What every component has in both worlds; the id is matched by whoever reads the whole flow. */
export const commonFields: readonly MileappField<ComponentBase>[] = [
  {
    keys: ['title'],
    becomes: 'Title; shortened to 100 characters',
    read: (value) => {
      const text = readText(value)
      return text === undefined || text.trim() === '' ? unset : { settings: { title: text } }
    },
    write: ({ title }) => ({ title }),
  },
  flagField(['visible'], 'visible', 'Visible'),
  flagField(['required', 'isRequired'], 'required', 'Required'),
]

/** Keys that every kind can have and that mean nothing here. */
export const commonKept = ['showAs', 'routeAs', 'preValue'] as const
