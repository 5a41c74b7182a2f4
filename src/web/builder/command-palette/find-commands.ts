import { getComponentType } from '#domain/components/component-registry.ts'
import { listComponents, listPages } from '#domain/flow/flow-state.ts'
import { labelSetting } from '#domain/flow/setting-labels.ts'
import type { BuilderAction } from '../actions/builder-action.ts'
import { builderActions } from '../actions/builder-actions.ts'
import { addPreset } from '../actions/edit-commands.ts'
import { selectComponent, selectPage } from '../actions/select-commands.ts'
import { type Builder, flowOf, focusSetting, locateProblem } from '../builder.ts'
import { findPaletteGroups } from '../palette/palette-items.ts'
import { primaryComponentId, primaryPageId } from '../state/selection.ts'

/** A line of the command palette. */
export interface Command {
  key: string
  label: string
  /** Where it is, or what it is about. */
  detail?: string
  keywords?: readonly string[]
  /** The action that it is, for its shortcut. */
  action?: BuilderAction
  /** Why it can't be done now. */
  objection?: string | undefined
  run: () => void
}

export interface CommandGroup {
  label: string
  commands: Command[]
}

/** How many lines of a kind are shown: the rest is reached by another word. */
const most = 12

const listActions = (builder: Builder): Command[] =>
  builderActions
    .filter(({ name }) => name !== 'command-palette')
    .map((action) => ({
      key: action.name,
      label: action.label,
      keywords: [action.group, ...(action.keywords ?? [])],
      action,
      objection: action.objection(builder),
      run: () => action.run(builder),
    }))

const listPageCommands = (builder: Builder): Command[] =>
  listPages(flowOf(builder)).map(({ id, title }) => ({
    key: id,
    label: title,
    run: () => {
      selectPage(builder, id)
      builder.canvas?.reveal(id)
    },
  }))

const listComponentCommands = (builder: Builder): Command[] => {
  const flow = flowOf(builder)
  return listPages(flow).flatMap((page) =>
    listComponents(flow, page).map((component) => ({
      key: component.id,
      label: component.title,
      detail: page.title,
      keywords: [component.id, getComponentType(component.type).describe(component)],
      run: () => {
        selectComponent(builder, component.id)
        builder.canvas?.reveal(page.id)
      },
    })),
  )
}

/** The settings of what is selected. */
const listSettings = (builder: Builder): Command[] => {
  const flow = flowOf(builder)
  const { selection } = builder.session.getState()
  const component = flow.componentsById[primaryComponentId(selection) ?? '']
  const page = flow.pagesById[primaryPageId(selection) ?? '']
  const names = component ? Object.keys(component) : page ? ['title'] : ['name', 'description']
  const detail = component?.title ?? page?.title ?? 'Flow'
  return names.map((name) => ({
    key: name,
    label: labelSetting(name),
    detail,
    keywords: ['setting'],
    run: () => focusSetting(builder, name),
  }))
}

const listAdditions = (builder: Builder): Command[] =>
  findPaletteGroups('').flatMap(({ items }) =>
    items.map(({ typeName, preset }) => ({
      key: preset.name,
      label: `Add ${preset.label}`,
      keywords: [preset.description, ...preset.synonyms],
      run: () => addPreset(builder, typeName, preset),
    })),
  )

const listProblems = (builder: Builder): Command[] =>
  builder.problemsOf(flowOf(builder)).problems.map((problem, index) => ({
    key: `${index}`,
    label: problem.message,
    detail: problem.severity === 'error' ? 'Error' : 'Warning',
    keywords: ['problem'],
    run: () => locateProblem(builder, problem),
  }))

/** How well a command fits: the lower the better, what can't be done last; nothing without a match. */
const rank = ({ label, detail, keywords, objection }: Command, words: readonly string[]) => {
  const name = label.toLowerCase()
  const all = [name, detail ?? '', ...(keywords ?? [])].join(' ').toLowerCase()
  if (!words.every((word) => all.includes(word))) return undefined
  const [first = ''] = words
  const impossible = objection === undefined ? 0 : 4
  if (name === words.join(' ')) return impossible - 1
  if (name.startsWith(first)) return impossible
  if (name.includes(` ${first}`)) return impossible + 1
  return impossible + (name.includes(first) ? 2 : 3)
}

interface Ranked {
  rank: number
  command: Command
}

const pick = (commands: readonly Command[], words: readonly string[]): Ranked[] =>
  commands
    .flatMap((command) => {
      const rankOf = rank(command, words)
      return rankOf === undefined ? [] : [{ command, rank: rankOf }]
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, most)

/** Groups in which something is called like the search come before the others. */
const sortGroups = (groups: readonly { label: string; found: readonly Ranked[] }[]) => {
  const best = ({ found: [first] }: { found: readonly Ranked[] }) => Math.min(first?.rank ?? 0, 0)
  return groups
    .toSorted((one, other) => best(one) - best(other))
    .map(({ label, found }) => ({ label, commands: found.map(({ command }) => command) }))
}

/** What the command palette lists for a search: every word must be found somewhere. */
export const findCommands = (builder: Builder, search: string): CommandGroup[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    const isPossible = ({ objection }: Command) => objection === undefined
    return [{ label: 'Actions', commands: listActions(builder).filter(isPossible) }]
  }
  const groups = sortGroups([
    { label: 'Actions', found: pick(listActions(builder), words) },
    { label: 'Components', found: pick(listComponentCommands(builder), words) },
    { label: 'Pages', found: pick(listPageCommands(builder), words) },
    { label: 'Settings', found: pick(listSettings(builder), words) },
    { label: 'Add', found: pick(listAdditions(builder), words) },
    { label: 'Problems', found: pick(listProblems(builder), words) },
  ])
  return groups.filter(({ commands }) => commands.length > 0)
}
