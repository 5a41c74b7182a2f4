import { getComponentType } from '#domain/components/component-registry.ts'
import { type Comparison, needsValue, operatorLabels } from './condition-operators.ts'
import type { Condition } from './flow-schema.ts'
import type { FlowState } from './flow-state.ts'

const describeValue = ({ field, value }: Comparison, state: FlowState): string => {
  const component = state.componentsById[field]
  const choices = component && getComponentType(component.type).choices(component)
  const choice = choices?.find((one) => one.value === value)
  if (choice) return choice.label
  return value === null || value === ''
    ? '…'
    : typeof value === 'string'
      ? `“${value}”`
      : `${value}`
}

const shorten = (title: string, most: number): string =>
  title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title

const describeComparison = (
  comparison: Comparison,
  state: FlowState,
  most = Number.POSITIVE_INFINITY,
): string => {
  const { field, operator } = comparison
  const title = shorten(state.componentsById[field]?.title ?? field, most)
  const value = needsValue(operator) ? ` ${describeValue(comparison, state)}` : ''
  return `${title} ${operatorLabels[operator]}${value}`
}

/** A condition in words, for example "Delivery is Pickup and Weight is more than 20". */
export const describeCondition = (
  { match, comparisons }: Condition,
  state: FlowState,
  mostOfTitle?: number,
): string =>
  comparisons
    .map((comparison) => describeComparison(comparison, state, mostOfTitle))
    .join(match === 'all' ? ' and ' : ' or ')

/** No title is cut shorter than this, in letters. */
const leastOfTitle = 8

/** The same in about so many letters: the titles of fields give way, not what is asked of them. */
export const describeConditionShortly = (
  condition: Condition,
  state: FlowState,
  letters: number,
): string => {
  const over = describeCondition(condition, state).length - letters
  if (over <= 0) return describeCondition(condition, state)
  const titles = condition.comparisons.map(
    ({ field }) => state.componentsById[field]?.title ?? field,
  )
  const longest = Math.max(...titles.map(({ length }) => length))
  const most = longest - Math.ceil(over / titles.length)
  return describeCondition(condition, state, Math.max(leastOfTitle, most))
}
