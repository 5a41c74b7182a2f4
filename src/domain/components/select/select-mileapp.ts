import { lost, readNumber, readText, unset } from '../mileapp-fields.ts'
import {
  defineMileappMapping,
  type IdOf,
  type MileappField,
  type MileappSource,
} from '../mileapp-mapping.ts'
import { mostOptions, type SelectAction, type SelectComponent } from './select-schema.ts'

/** The options by their labels: MileApp knows them by nothing else. */
const readOptions = ({ options }: MileappSource): Map<string, string> => {
  const labels = Array.isArray(options)
    ? options.map((option) => readText(option)?.trim() ?? '')
    : []
  return new Map(labels.map((label, index) => [label, `option${index + 1}`]))
}

const optionsField: MileappField<SelectComponent> = {
  keys: ['options'],
  becomes: 'Options, by their labels; none, or two alike, are kept and two examples stand in',
  read: (value, source) => {
    const byLabel = readOptions(source)
    const isWhole = Array.isArray(value) && value.length === byLabel.size && !byLabel.has('')
    if (!isWhole || byLabel.size === 0 || byLabel.size > mostOptions) {
      return lost(`Options are 1 to ${mostOptions} different texts here. Write them anew.`)
    }
    return { settings: { options: [...byLabel].map(([label, id]) => ({ id, label })) } }
  },
  write: ({ options }) => ({ options: options.map(({ label }) => label) }),
}

const styleField: MileappField<SelectComponent> = {
  keys: ['type'],
  becomes: 'Style, in any case',
  read: (value) => {
    if (value === null) return unset
    const style = String(value).toLowerCase()
    // Without a maximum of their own, any number of boxes can be ticked.
    return { settings: { style, ...(style === 'checkbox' && { maximumSelected: null }) } }
  },
  write: ({ style }) => ({ type: style }),
}

/** A bound of how many are chosen; `none` is how MileApp writes that there is no bound. */
const boundField = (
  key: 'min' | 'max',
  setting: 'minimumSelected' | 'maximumSelected',
  none: 0 | null,
  becomes: string,
): MileappField<SelectComponent> => ({
  keys: [key],
  becomes,
  read: (value) => {
    if (value === null || value === '') return { settings: { [setting]: null } }
    const bound = readNumber(value)
    return bound === undefined
      ? lost('It is not a number.')
      : { settings: { [setting]: bound === 0 ? null : bound } }
  },
  write: (select) => ({ [key]: select[setting] ?? none }),
})

const defaultField: MileappField<SelectComponent> = {
  keys: ['default'],
  becomes: 'Default Value: the label of an option; an empty text is written as null',
  read: (value, source) => {
    if (value === null || value === '') return unset
    const labels = Array.isArray(value) ? value : [value]
    const byLabel = readOptions(source)
    const ids = labels.map((label) => byLabel.get(readText(label)?.trim() ?? ''))
    return ids.every((id) => id !== undefined)
      ? { settings: { defaultValue: ids } }
      : lost('It is none of the options.')
  },
  write: ({ defaultValue, options }) => {
    const labels = options.filter(({ id }) => defaultValue.includes(id)).map(({ label }) => label)
    return { default: labels.length > 1 ? labels : (labels[0] ?? null) }
  },
}

const actionKeys = ['options', 'action', 'componentAffected', 'value']

const readAction = (
  entry: unknown,
  source: MileappSource,
  idOf: IdOf,
): (Omit<SelectAction, 'do'> & { do: unknown }) | undefined => {
  if (typeof entry !== 'object' || entry === null) return undefined
  if (!Object.keys(entry).every((key) => actionKeys.includes(key))) return undefined
  const { options, action, componentAffected, value = null } = entry as Record<string, unknown>
  const byLabel = readOptions(source)
  const chosen = [options].flat().map((label) => byLabel.get(readText(label)?.trim() ?? '') ?? '')
  const targets = [componentAffected]
    .flat()
    .map((target) => (typeof target === 'string' ? idOf(target.replace(/^\$/, '')) : ''))
  return { options: chosen, do: action, targets, value: value as SelectAction['value'] }
}

const actionsField: MileappField<SelectComponent> = {
  keys: ['onSelect'],
  becomes: 'Actions: show, hide, fill; options by their labels',
  read: (value, source, idOf) => {
    if (value === null) return unset
    const actions = Array.isArray(value)
      ? value.map((entry) => readAction(entry, source, idOf))
      : [undefined]
    return actions.every((action) => action !== undefined)
      ? { settings: { actions } }
      : lost('One of its entries says more than options, an action and what is affected.')
  },
  write: ({ actions, options }, idOf) => ({
    onSelect: actions.map((action) => ({
      options: options.filter(({ id }) => action.options.includes(id)).map(({ label }) => label),
      action: action.do,
      componentAffected: action.targets.map(idOf),
      ...(action.value !== null && { value: action.value }),
    })),
  }),
}

export const selectMileapp = defineMileappMapping<SelectComponent>({
  component: 'select',
  fields: [
    styleField,
    optionsField,
    boundField('min', 'minimumSelected', 0, 'Minimum; 0 for none'),
    boundField('max', 'maximumSelected', null, 'Maximum; 0 is read as any number'),
    defaultField,
    actionsField,
  ],
  kept: [],
  ownNames: ['options', 'actions', 'defaultValue'],
})
