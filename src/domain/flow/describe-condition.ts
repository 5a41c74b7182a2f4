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

const describeComparison = (comparison: Comparison, state: FlowState): string => {
  const { field, operator } = comparison
  const title = state.componentsById[field]?.title ?? field
  const value = needsValue(operator) ? ` ${describeValue(comparison, state)}` : ''
  return `${title} ${operatorLabels[operator]}${value}`
}

/** A condition in words, for example "Delivery is Pickup and Weight is more than 20". */
export const describeCondition = ({ match, comparisons }: Condition, state: FlowState): string =>
  comparisons
    .map((comparison) => describeComparison(comparison, state))
    .join(match === 'all' ? ' and ' : ' or ')
