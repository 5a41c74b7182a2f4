import type { Component } from '#domain/components/component-registry.ts'
import { getComponentType } from '#domain/components/component-registry.ts'
import type { Condition } from './flow-schema.ts'

export type Comparison = Condition['comparisons'][number]
export type Operator = Comparison['operator']

/** How each operator reads between a field's title and a value. */
export const operatorLabels: Record<Operator, string> = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  greaterThan: 'is more than',
  lessThan: 'is less than',
  isEmpty: 'is empty',
  isNotEmpty: 'is filled in',
}

const presence: readonly Operator[] = ['isNotEmpty', 'isEmpty']

/** Whether an operator compares with a value. */
export const needsValue = (operator: Operator): boolean => !presence.includes(operator)

/** What a condition can ask of a component's answer, the most usual first. */
export const listOperators = (component: Component): readonly Operator[] => {
  const type = getComponentType(component.type)
  if (type.choices(component)) return ['is', 'isNot', ...presence]
  switch (type.comparesAs?.(component) ?? 'text') {
    case 'number':
      return ['is', 'isNot', 'greaterThan', 'lessThan', ...presence]
    case 'presence':
      return presence
    case 'text':
      return ['is', 'isNot', 'contains', ...presence]
  }
}

/**
 * The comparison that a new condition starts with: the first choice that is not asked for yet by others
 * of the page, else whether there is an answer at all: of a field with choices first whether there is none.
 */
export const startComparison = (
  component: Component,
  others: readonly Comparison[] = [],
): Comparison => {
  const field = component.id
  const isTaken = (operator: Operator, value: Comparison['value']) =>
    others.some(
      (other) => other.field === field && other.operator === operator && other.value === value,
    )
  const choices = getComponentType(component.type).choices(component) ?? []
  const choice = choices.find(({ value }) => !isTaken('is', value))
  if (choice) return { field, operator: 'is', value: choice.value }
  const order = choices.length > 0 ? presence.toReversed() : presence
  const operator = order.find((one) => !isTaken(one, null)) ?? 'isEmpty'
  return { field, operator, value: null }
}
