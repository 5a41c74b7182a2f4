import {
  type Component,
  type ComponentTypeName,
  componentSchema,
  getComponentType,
} from '#domain/components/component-registry.ts'
import type { Preset } from '#domain/components/component-type.ts'
import { recipientKindOf } from '#domain/otp/channel.ts'
import { renameReference } from './component-references.ts'
import { type FlowState, getPage } from './flow-state.ts'
import type { Operation, SimpleOperation } from './operation-schema.ts'
import { reservedIds } from './reserved-ids.ts'

/** camelCase of a title, for example "Receiver's phone" → `receiversPhone`. */
export const toCamelCase = (title: string): string => {
  const words = title
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '')
  const [first = 'component', ...rest] = words
  const camel =
    first.toLowerCase() +
    rest.map((word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase()).join('')
  return (/^[a-z]/.test(camel) ? camel : `field${camel}`).slice(0, 60)
}

/** A component id made from a title, free in the flow and not reserved. */
export const findFreeComponentId = (state: FlowState, title: string): string => {
  const wanted = toCamelCase(title)
  const isFree = (id: string) => !Object.hasOwn(state.componentsById, id) && !reservedIds.has(id)
  let id = wanted
  for (let number = 2; !isFree(id) || id in {}; number += 1) id = `${wanted}${number}`
  return id
}

/** A new component as a preset of the palette makes it. */
export const createComponent = (
  state: FlowState,
  typeName: ComponentTypeName,
  preset: Preset,
): Component =>
  componentSchema.parse({
    ...preset.settings,
    type: typeName,
    id: findFreeComponentId(state, String(preset.settings.title)),
  })

/** Gives a component another id and points every reference to it there, in one step. */
export const renameComponent = (state: FlowState, from: string, to: string): Operation => {
  const operations: SimpleOperation[] = [
    { type: 'component.update', componentId: from, changes: { id: to } },
  ]
  for (const component of Object.values(state.componentsById)) {
    const renamed = renameReference(component, from, to)
    const changes = Object.fromEntries(
      Object.entries(renamed).filter(
        ([name, value]) => value !== component[name as keyof Component],
      ),
    )
    if (Object.keys(changes).length === 0) continue
    // What refers to itself has its new id by now.
    const componentId = component.id === from ? to : component.id
    operations.push({ type: 'component.update', componentId, changes })
  }
  for (const page of Object.values(state.pagesById)) {
    for (const transition of page.next) {
      if (transition.when?.comparisons.some(({ field }) => field === from)) {
        const comparisons = transition.when.comparisons.map((comparison) =>
          comparison.field === from ? { ...comparison, field: to } : comparison,
        )
        operations.push({
          type: 'transition.update',
          pageId: page.id,
          transition: { ...transition, when: { ...transition.when, comparisons } },
        })
      }
    }
  }
  return { type: 'batch', label: `Renamed ${from} to ${to}`, operations }
}

/**
 * Adds the field that an OTP needs as its recipient at the end of the Initial Page and chooses it, in
 * one step; nothing when the component is not an OTP.
 */
export const createRecipientField = (state: FlowState, otpId: string): Operation | undefined => {
  const otp = state.componentsById[otpId]
  const pageId = state.pageOrder[0]
  if (otp?.type !== 'otp' || pageId === undefined) return undefined
  const kind = recipientKindOf(otp.channel)
  const preset = getComponentType('input').presets.find(({ name }) => name === kind)
  if (preset === undefined) return undefined
  const component = createComponent(state, 'input', preset)
  const index = getPage(state, pageId).componentOrder.length
  return {
    type: 'batch',
    label: `Added ${preset.label} as Recipient Field`,
    operations: [
      { type: 'component.add', pageId, index, component },
      { type: 'component.update', componentId: otpId, changes: { recipientField: component.id } },
    ],
  }
}

/** Removes a page and the transitions that lead to it, in one step. */
export const removePageWithTransitions = (state: FlowState, pageId: string): Operation => {
  const operations: SimpleOperation[] = Object.values(state.pagesById).flatMap((page) =>
    page.id === pageId
      ? []
      : page.next
          .filter(({ to }) => to === pageId)
          .map(({ id }) => ({
            type: 'transition.remove' as const,
            pageId: page.id,
            transitionId: id,
          })),
  )
  const title = state.pagesById[pageId]?.title ?? pageId
  return {
    type: 'batch',
    label: `Deleted page ${title}`,
    operations: [...operations, { type: 'page.remove', pageId }],
  }
}

/** Changes the type of a component: what carries over, and the names of chosen settings that do not. */
export const changeComponentType = (
  component: Component,
  typeName: ComponentTypeName,
  preset: Preset,
): { component: Component; dropped: string[] } => {
  const { title: _presetTitle, ...presetSettings } = preset.settings
  const fresh = beginAs(component, typeName, preset)
  const begun = beginAs(component, component.type, getComponentType(component.type).presets[0])
  let changed = componentSchema.parse(fresh)
  const dropped: string[] = []
  for (const [name, value] of Object.entries(component)) {
    if (name === 'type' || name in presetSettings) continue
    if (name === 'foreign') {
      // What another program kept belongs to the type that it had there.
      if (Object.keys(component.foreign).length > 0) dropped.push(name)
      continue
    }
    // A setting of the same name may mean something else in another type.
    const carried = componentSchema.safeParse({ ...changed, [name]: value })
    if (carried.success) {
      changed = carried.data
      continue
    }
    const wasChosen = JSON.stringify(value) !== JSON.stringify(begun[name])
    if (wasChosen && (!(name in fresh) || isSet(value))) dropped.push(name)
  }
  return { component: changed, dropped }
}

/** The settings with which a component would begin as another type. */
const beginAs = (
  { id, title }: Component,
  type: ComponentTypeName,
  { settings }: Preset,
): Record<string, unknown> => componentSchema.parse({ ...settings, title, type, id })

const isSet = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
