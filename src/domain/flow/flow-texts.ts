import { type Component, componentSchema } from '#domain/components/component-registry.ts'
import { type FlowState, listComponents, listPages } from './flow-state.ts'
import { labelSetting } from './setting-labels.ts'

/** Where in the settings of its owner a text stands, for example `options`, `2`, `label`. */
export type TextPath = readonly [setting: string, ...deeper: (string | number)[]]

/** A text that people read, somewhere in a flow. */
export interface FlowText {
  owner: { kind: 'flow' } | { kind: 'page' | 'component'; id: string }
  path: TextPath
  /** The setting's name on the screen, for example "Help Text". */
  label: string
  text: string
}

/**
 * Where the texts are that people read. All others (ids, types, patterns, references) mean something to
 * the program, where another word would break it.
 */
const readable: ReadonlySet<string> = new Set(
  `title helpText placeholder unit options.label items.name adjustments.name entries
  categories`.split(/\s+/),
)

/** A View's value is a text too, unless it names the field whose answer is shown. */
const isReadable = (owner: Component, path: TextPath): boolean => {
  const names = path.filter((part) => typeof part === 'string').join('.')
  if (owner.type === 'view' && names === 'value') return !/^\$\w+$/.test(owner.value.trim())
  return readable.has(names)
}

const listInside = (owner: Component, value: unknown, path: TextPath): FlowText[] => {
  if (typeof value === 'string') {
    if (value === '' || !isReadable(owner, path)) return []
    const label = labelSetting(path[0])
    return [{ owner: { kind: 'component', id: owner.id }, path, label, text: value }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value)
    ? value.flatMap((entry, index) => listInside(owner, entry, [...path, index]))
    : Object.entries(value).flatMap(([key, entry]) => listInside(owner, entry, [...path, key]))
}

const listComponentTexts = (component: Component): FlowText[] =>
  Object.entries(component).flatMap(([name, value]) => listInside(component, value, [name]))

/** Every text of a flow, in the order in which it is walked. */
export const listTexts = (state: FlowState): FlowText[] => {
  const { name, description } = state.settings
  const flow = { kind: 'flow' } as const
  const own: FlowText[] = [
    { owner: flow, path: ['name'], label: 'Flow name', text: name },
    { owner: flow, path: ['description'], label: 'Description', text: description },
  ]
  const inside = listPages(state).flatMap((page): FlowText[] => [
    {
      owner: { kind: 'page', id: page.id },
      path: ['title'],
      label: 'Page title',
      text: page.title,
    },
    ...listComponents(state, page).flatMap(listComponentTexts),
  ])
  return [...own, ...inside].filter(({ text }) => text !== '')
}

const setAt = (value: unknown, path: readonly (string | number)[], text: string): unknown => {
  const [step, ...deeper] = path
  if (step === undefined) return text
  if (Array.isArray(value)) {
    return value.map((entry, index) => (index === step ? setAt(entry, deeper, text) : entry))
  }
  return { ...(value as object), [step]: setAt((value as never)[step], deeper, text) }
}

/** The component with another text at a place; nothing when it does not allow that text. */
export const withText = (
  component: Component,
  path: TextPath,
  text: string,
): Component | undefined => {
  const parsed = componentSchema.safeParse(setAt(component, path, text))
  return parsed.success ? parsed.data : undefined
}
