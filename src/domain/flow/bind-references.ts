import type { Component } from '#domain/components/component-registry.ts'
import type { OutsideReference } from './clipboard-schema.ts'
import { clearReference, listReferences, renameReferences } from './component-references.ts'
import type { Transition } from './flow-schema.ts'
import type { FlowState } from './flow-state.ts'

/** What ids become, by what they are. */
export type IdMap = ReadonlyMap<string, string>

/** Parts of a flow after their references were bound to another one. */
interface Bound {
  components: Component[]
  /** Transitions whose conditions still mean something; the others are left out. */
  transitionById: ReadonlyMap<Transition, Transition>
  unbound: OutsideReference[]
}

/** The component that a reference means in this flow: the one of its id and type, else of its title. */
const findTarget = (
  state: FlowState,
  { id, title, type }: OutsideReference,
): string | undefined => {
  if (state.componentsById[id]?.type === type) return id
  const namesakes = Object.values(state.componentsById).filter(
    (component) => component.type === type && component.title === title,
  )
  return namesakes.length === 1 ? namesakes[0]?.id : undefined
}

const fieldsOf = ({ when }: Transition) => when?.comparisons.map(({ field }) => field) ?? []

/** Without the comparisons that have lost their field; without any left it would always be taken. */
const bindTransition = (transition: Transition, targets: IdMap): Transition | undefined => {
  const { when } = transition
  if (when === null) return transition
  const comparisons = when.comparisons.flatMap((comparison) => {
    const field = targets.get(comparison.field)
    return field === undefined ? [] : [{ ...comparison, field }]
  })
  return comparisons.length === 0 ? undefined : { ...transition, when: { ...when, comparisons } }
}

/**
 * Gives copied components their ids in another flow and points references there: inside of what was
 * copied to the copies, outside of it by id, then by title and type. The others are cleared and named.
 */
export const bindReferences = (
  state: FlowState,
  components: readonly Component[],
  transitions: readonly Transition[],
  outside: readonly OutsideReference[],
  renewed: IdMap,
): Bound => {
  const referred = new Set([
    ...components.flatMap(listReferences),
    ...transitions.flatMap(fieldsOf),
  ])
  const targets = new Map(renewed)
  const unbound: OutsideReference[] = []
  for (const id of referred) {
    if (renewed.has(id)) continue
    const reference = outside.find((known) => known.id === id)
    const target = reference ? findTarget(state, reference) : state.componentsById[id] && id
    if (target === undefined) unbound.push(reference ?? { id, title: id, type: '' })
    else targets.set(id, target)
  }
  const bindComponent = (component: Component): Component => {
    const cleared = unbound.reduce<Component>(
      (current, { id }) => clearReference(current, id),
      component,
    )
    const own = listReferences(cleared).flatMap((id): [string, string][] => {
      const target = targets.get(id)
      return target === undefined ? [] : [[id, target]]
    })
    const id = renewed.get(component.id) ?? component.id
    return { ...renameReferences(cleared, new Map(own)), id }
  }
  const kept = transitions.flatMap((transition): [Transition, Transition][] => {
    const bound = bindTransition(transition, targets)
    return bound === undefined ? [] : [[transition, bound]]
  })
  return { components: components.map(bindComponent), transitionById: new Map(kept), unbound }
}
