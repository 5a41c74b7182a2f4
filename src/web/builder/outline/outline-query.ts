import type { Severity } from '#domain/components/component-problem.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { refersTo } from '#domain/flow/component-references.ts'
import {
  type FlowState,
  listComponents,
  listPages,
  type PageState,
} from '#domain/flow/flow-state.ts'

/** A search of the outline: filters of the form `name:value`, and words. */
export interface OutlineQuery {
  filters: { name: string; value: string }[]
  words: string[]
}

const filterNames = ['is', 'type', 'via', 'uses']

/** Filters to begin with, as the search field offers them. */
export const exampleFilters = [
  'is:invalid',
  'is:required',
  'is:optional',
  'is:hidden',
  'type:otp',
  'via:sms',
  'via:whatsapp',
  'via:email',
] as const

/** Reads a search. What looks like a filter but is none is a word like any other. */
export const parseOutlineQuery = (search: string): OutlineQuery => {
  const parts = search.trim().split(/\s+/).filter(Boolean)
  const query: OutlineQuery = { filters: [], words: [] }
  for (const part of parts) {
    const [, name = '', value = ''] = /^([a-z]+):(.+)$/i.exec(part) ?? []
    if (filterNames.includes(name.toLowerCase())) {
      query.filters.push({ name: name.toLowerCase(), value })
    } else query.words.push(part.toLowerCase())
  }
  return query
}

type Problems = ReadonlyMap<string, Severity>

const hasState = (component: Component, state: string, problems: Problems): boolean => {
  switch (state) {
    case 'invalid':
      return problems.has(component.id)
    case 'required':
      return component.required && getComponentType(component.type).asksAnswer
    case 'optional':
      return !component.required && getComponentType(component.type).asksAnswer
    case 'hidden':
      return !component.visible
    case 'visible':
      return component.visible
    default:
      return false
  }
}

const squeeze = (text: string) => text.toLowerCase().replace(/[\s-]/g, '')

const isOfType = (component: Component, wanted: string): boolean => {
  const { label, describe } = getComponentType(component.type)
  return [component.type, label, describe(component)].some(
    (name) => squeeze(name) === squeeze(wanted),
  )
}

const passes = (
  component: Component,
  { name, value }: OutlineQuery['filters'][number],
  problems: Problems,
): boolean => {
  if (name === 'is') return hasState(component, value.toLowerCase(), problems)
  if (name === 'type') return isOfType(component, value)
  if (name === 'uses') return refersTo(component, value)
  return component.type === 'otp' && component.channel === value.toLowerCase()
}

const matches = (component: Component, query: OutlineQuery, problems: Problems): boolean => {
  if (!query.filters.every((filter) => passes(component, filter, problems))) return false
  if (query.words.length === 0) return true
  const { title, id, type } = component
  const text = [title, id, getComponentType(type).describe(component)].join(' ').toLowerCase()
  return query.words.every((word) => text.includes(word))
}

/** `is:invalid` finds pages of their own too; all other filters are about components. */
const pageMatches = (page: PageState, { filters, words }: OutlineQuery, problems: Problems) =>
  filters.every(
    ({ name, value }) => name === 'is' && value === 'invalid' && problems.has(page.id),
  ) && words.every((word) => page.title.toLowerCase().includes(word))

/** What a search leaves of a page. */
export interface OutlinePageMatch {
  pageId: string
  componentIds: readonly string[]
}

/** The pages and components that a search finds; a page is there for what is found on it. */
export const searchOutline = (
  flow: FlowState,
  query: OutlineQuery,
  problems: Problems,
): OutlinePageMatch[] =>
  listPages(flow).flatMap((page) => {
    const componentIds = listComponents(flow, page)
      .filter((component) => matches(component, query, problems))
      .map(({ id }) => id)
    const isFound = componentIds.length > 0 || pageMatches(page, query, problems)
    return isFound ? [{ pageId: page.id, componentIds }] : []
  })
