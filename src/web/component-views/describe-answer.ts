import { type Answers, answerOf } from '#domain/components/answer.ts'
import type { FlowDocument, Page } from '#domain/flow/flow-schema.ts'
import { getComponentStep } from './component-step-registry.ts'

/** How the answer to a component of a flow reads; empty when there is none. */
export const describeAnswer = (
  document: FlowDocument,
  answers: Answers,
  componentId: string,
): string => {
  const value = answerOf(answers, componentId)
  const component = document.pages
    .flatMap(({ components }) => components)
    .find(({ id }) => id === componentId)
  if (component === undefined || value === null) return ''
  return getComponentStep(component.type).describe(component, value)
}

/** The answers with the default values of a page where nothing was answered. */
export const withDefaults = (page: Page, answers: Answers): Answers => {
  const defaults = page.components
    .filter(({ id }) => !Object.hasOwn(answers, id))
    .map((component) => [component.id, getComponentStep(component.type).findDefault?.(component)])
    .filter(([, value]) => value !== undefined && value !== null)
  return { ...Object.fromEntries(defaults), ...answers }
}
