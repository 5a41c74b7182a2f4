import type { AnswerValue } from '#domain/components/answer.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { findActions } from '#domain/components/select/select-actions.ts'
import { findBounds } from '#domain/components/select/select-answer.ts'
import type { SelectComponent } from '#domain/components/select/select-schema.ts'
import { type Comparison, compare } from './condition.ts'

/** Answers that make no difference to some comparisons and actions. */
export interface AnswerClass {
  /** Whether each of the comparisons holds. */
  holds: readonly boolean[]
  /** What becomes of components that actions show or hide. */
  shown: ReadonlyMap<string, boolean>
}

/** Up to so many options, or comparisons that may go either way, every combination is tried. */
const mostCombined = 6

const nobody = { parsePhone: () => undefined, findAnswer: () => null }

const mayBeEmpty = (component: Component): boolean =>
  getComponentType(component.type).checkAnswer(component, null, nobody).ok

/** Every subset of some items. */
const listSubsets = <Item>(items: readonly Item[]): Item[][] => {
  let subsets: Item[][] = [[]]
  for (const item of items) subsets = subsets.concat(subsets.map((subset) => [...subset, item]))
  return subsets
}

/** Choices of a Select that stand for all others, as far as some of its options go. */
const listChoices = (select: SelectComponent, named: ReadonlySet<string>): string[][] => {
  const ids = select.options.map(({ id }) => id)
  const others = ids.filter((id) => !named.has(id))
  const { least, most } = findBounds(select)
  const mentioned = ids.filter((id) => named.has(id))
  const subsets = most === 1 ? [[], ...mentioned.map((id) => [id])] : listSubsets(mentioned)
  return subsets.flatMap((subset) => {
    const missing = Math.max(least, 1) - subset.length
    const filled = [...subset, ...others.slice(0, Math.max(missing, 0))]
    return filled.length >= Math.max(least, 1) && filled.length <= most ? [filled] : []
  })
}

/** The answer that is none: also that of a field which is hidden, or was not on the way. */
export const emptyClass = (comparisons: readonly Comparison[]): AnswerClass => ({
  holds: comparisons.map((comparison) => compare(comparison, null)),
  shown: new Map(),
})

const classifySelect = (
  select: SelectComponent,
  comparisons: readonly Comparison[],
  isWatched: (componentId: string) => boolean,
): AnswerClass[] | null => {
  const actions = select.actions.filter(
    (action) => action.do !== 'fill' && action.targets.some(isWatched),
  )
  const values = comparisons.map(({ value }) => String(value))
  const named = new Set([...values, ...actions.flatMap(({ options }) => options)])
  const count = select.options.filter(({ id }) => named.has(id)).length
  if (findBounds(select).most > 1 && count > mostCombined) return null
  return listChoices(select, named).map((choice) => {
    const shown = new Map<string, boolean>()
    for (const action of findActions({ ...select, actions }, choice)) {
      for (const target of action.targets.filter(isWatched)) {
        shown.set(target, action.do === 'show')
      }
    }
    return { holds: comparisons.map((comparison) => compare(comparison, choice)), shown }
  })
}

/** Fields that can be anything: the values they are compared with, and anything else both ways. */
const classifyOpen = (comparisons: readonly Comparison[]): AnswerClass[] | null => {
  const isEquality = ({ operator }: Comparison) => operator === 'is' || operator === 'isNot'
  const isFree = ({ operator }: Comparison) =>
    operator === 'greaterThan' || operator === 'lessThan' || operator === 'contains'
  const values = comparisons.filter(isEquality).map(({ value }) => value)
  const exact = [...new Set(values)].filter((value) => value !== null && value !== '')
  const free = comparisons.filter(isFree)
  if (free.length > mostCombined) return null
  const holdsFor = (value: AnswerValue) =>
    comparisons.map((comparison) => compare(comparison, value))
  const other = comparisons.map(({ operator }) => operator === 'isNot' || operator === 'isNotEmpty')
  const rest = listSubsets(free).map((holding) =>
    comparisons.map((comparison, index) =>
      isFree(comparison) ? holding.includes(comparison) : other[index] === true,
    ),
  )
  return [...exact.map(holdsFor), ...rest].map((holds) => ({ holds, shown: new Map() }))
}

const toKey = ({ holds, shown }: AnswerClass): string =>
  `${holds.map(Number).join('')} ${[...shown].sort().join(' ')}`

/**
 * The kinds of answers that a visible field can get, as far as some comparisons with it and its
 * actions on watched components can tell them apart; null when there are too many. Of a Select they
 * are exactly those that can be given; of other fields there may be some that cannot.
 */
export const classifyAnswers = (
  field: Component,
  comparisons: readonly Comparison[],
  isWatched: (componentId: string) => boolean,
): AnswerClass[] | null => {
  const classes =
    field.type === 'select'
      ? classifySelect(field, comparisons, isWatched)
      : classifyOpen(comparisons)
  if (classes === null) return null
  const all = mayBeEmpty(field) ? [emptyClass(comparisons), ...classes] : classes
  return [...new Map(all.map((one) => [toKey(one), one])).values()]
}
