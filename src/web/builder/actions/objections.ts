import { type Builder, flowOf } from '../builder.ts'
import { findSelectedParts } from './selected-parts.ts'

const unless = (isPossible: boolean, objection: string) => (isPossible ? undefined : objection)

/** Needs components or pages. */
export const needsParts = (builder: Builder) => {
  const { componentIds, pageIds } = findSelectedParts(builder)
  return unless(componentIds.length + pageIds.length > 0, 'select a component or a page first')
}

/** Needs components. */
export const needsComponents = (builder: Builder) =>
  unless(findSelectedParts(builder).componentIds.length > 0, 'select a component first')

/** Needs a page, or something on one. */
export const needsPage = (builder: Builder) => {
  const { componentIds, pageIds } = findSelectedParts(builder)
  return unless(componentIds.length + pageIds.length > 0, 'select a page first')
}

/** Needs so many pages at least. */
export const needsPages = (count: 2 | 3) => (builder: Builder) =>
  unless(findSelectedParts(builder).pageIds.length >= count, `select ${count} or more pages first`)

/** Needs something that may be deleted. */
export const needsRemovable = (builder: Builder) => {
  const { flow, componentIds, pageIds } = findSelectedParts(builder)
  const { selection } = builder.session.getState()
  if (selection.kind === 'transition' || componentIds.length > 0) return undefined
  if (pageIds.length === 0) return 'select a component or a page first'
  const isAnyMobile = pageIds.some((id) => flow.pagesById[id]?.kind === 'mobile')
  return unless(isAnyMobile, 'a flow needs its Initial Page')
}

/** Needs a problem. */
export const needsProblem = (builder: Builder) =>
  unless(builder.problemsOf(flowOf(builder)).problems.length > 0, 'there is no problem')
