import fc from 'fast-check'
import {
  type Component,
  componentTypeNames,
  getComponentType,
} from '#domain/components/component-registry.ts'
import { createComponent, renameComponent } from '#domain/flow/compose-operations.ts'
import { type FlowState, getComponent } from '#domain/flow/flow-state.ts'
import type { Operation, SimpleOperation } from '#domain/flow/operation-schema.ts'

/** Raw material from which an operation that fits the present state is made. */
export const operationSeed = fc.record({
  kind: fc.nat(14),
  first: fc.nat(1_000),
  second: fc.nat(1_000),
  third: fc.nat(1_000),
  text: fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
})

type Seed = typeof operationSeed extends fc.Arbitrary<infer Value> ? Value : never

const pick = <Item>(items: readonly Item[], seed: number): Item | undefined =>
  items[seed % Math.max(items.length, 1)]

const newComponent = (state: FlowState, { first, second }: Seed) => {
  const typeName = pick(componentTypeNames, first) ?? 'view'
  const { presets } = getComponentType(typeName)
  return createComponent(state, typeName, pick(presets, second) ?? presets[0])
}

const componentOperation = (state: FlowState, seed: Seed): SimpleOperation | undefined => {
  const componentId = pick(Object.keys(state.componentsById), seed.first)
  if (componentId === undefined) return undefined
  const pageId = pick(state.pageOrder, seed.second) ?? ''
  switch (seed.kind) {
    case 0:
      return {
        type: 'component.update',
        componentId,
        changes: { title: seed.text.trim(), required: seed.third % 2 === 0 },
      }
    case 1:
      return { type: 'component.move', componentId, pageId, index: seed.third % 6 }
    case 2:
      return { type: 'component.remove', componentId }
    case 3:
      return { type: 'component.update', componentId, changes: { id: `renamed${seed.third}` } }
    default: {
      const component = { ...newComponent(state, seed), id: componentId }
      return { type: 'component.changeType', component }
    }
  }
}

const pageOperation = (state: FlowState, seed: Seed): SimpleOperation | undefined => {
  const pageId = pick(state.pageOrder, seed.first) ?? ''
  const transition = pick(state.pagesById[pageId]?.next ?? [], seed.second)
  const to = pick([...state.pageOrder, 'finish'], seed.third) ?? 'finish'
  switch (seed.kind) {
    case 5: {
      const head = { id: `page${seed.third}`, kind: 'mobile' as const, title: 'Page' }
      const position = { x: seed.first, y: 0 }
      const whole = { ...head, position, components: [], next: [], foreign: {} }
      return { type: 'page.add', page: whole, index: seed.second % 8 }
    }
    case 6:
      return { type: 'page.update', pageId, changes: { title: seed.text.trim() } }
    case 7:
      return {
        type: 'page.move',
        pageId,
        position: { x: seed.second, y: seed.third },
        ...(seed.third % 2 === 0 && { index: seed.second % 8 }),
      }
    case 8:
      return { type: 'page.remove', pageId }
    case 9:
      return {
        type: 'transition.add',
        pageId,
        index: seed.second % 4,
        transition: { id: `t${seed.third}`, to, when: null },
      }
    case 10:
      return transition && { type: 'transition.update', pageId, transition: { ...transition, to } }
    case 11:
      return transition && { type: 'transition.remove', pageId, transitionId: transition.id }
    default:
      return { type: 'flow.update', changes: { name: seed.text.trim() } }
  }
}

/** Settings with which a component refers to others, or that proofs go by. */
const linkSettings = (component: Component, targetId: string, { third }: Seed) => {
  switch (component.type) {
    case 'otp':
      return { recipientField: targetId }
    case 'view':
      return { value: `$${targetId}` }
    case 'select':
      return {
        actions: [
          {
            options: [pick(component.options, third)?.id ?? 'lost'],
            do: pick(['show', 'hide', 'fill'] as const, third) ?? 'show',
            targets: [targetId],
            value: null,
          },
        ],
      }
    default:
      return { visible: third % 2 === 0, required: third % 3 === 0 }
  }
}

/** Points a component, or a condition, at another component. */
const linkOperation = (state: FlowState, seed: Seed): SimpleOperation | undefined => {
  const ids = Object.keys(state.componentsById)
  const componentId = pick(ids, seed.first)
  const targetId = pick(ids, seed.second)
  if (componentId === undefined || targetId === undefined) return undefined
  if (seed.kind === 13) {
    const component = getComponent(state, componentId)
    const changes = linkSettings(component, targetId, seed)
    return { type: 'component.update', componentId, changes }
  }
  const comparison = { field: targetId, operator: 'is' as const, value: 'option1' }
  const transition = {
    id: `t${seed.third}`,
    to: pick([...state.pageOrder, 'finish'], seed.third) ?? 'finish',
    when: { match: 'all' as const, comparisons: [comparison] },
  }
  const pageId = state.pageIdByComponentId[componentId] ?? ''
  return { type: 'transition.add', pageId, index: 0, transition }
}

/** An operation that may or may not fit the state: refusals are part of life. */
export const toOperation = (state: FlowState, seed: Seed): Operation | undefined => {
  if (seed.kind === 4 && seed.third % 3 !== 0) {
    const pageId = pick(state.pageOrder, seed.second) ?? ''
    const component = newComponent(state, seed)
    return { type: 'component.add', pageId, index: seed.third % 6, component }
  }
  if (seed.kind === 3 && seed.second % 2 === 0) {
    const from = pick(Object.keys(state.componentsById), seed.first)
    return from === undefined ? undefined : renameComponent(state, from, `renamed${seed.third}`)
  }
  if (seed.kind >= 13) return linkOperation(state, seed)
  return seed.kind <= 4 ? componentOperation(state, seed) : pageOperation(state, seed)
}
