import fc from 'fast-check'
import type { Component } from '#domain/components/component-registry.ts'
import type { Condition, FlowDocument, Transition } from '#domain/flow/flow-schema.ts'
import { aComponent, aFlow, aPage } from './a-flow.ts'

const selectIds = ['alpha', 'beta', 'gamma', 'delta'] as const
const targetIds = [...selectIds, 'phone', 'otp', 'note']
const optionIds = ['x', 'y', 'z']

const actionSeed = fc.record({
  options: fc.subarray(optionIds, { minLength: 1, maxLength: 2 }),
  do: fc.constantFrom('show' as const, 'hide' as const),
  targets: fc.subarray(targetIds, { minLength: 1, maxLength: 2 }),
})

const selectSeed = fc.record({
  page: fc.nat(4),
  options: fc.subarray(optionIds, { minLength: 1 }),
  isSingle: fc.boolean(),
  minimum: fc.constantFrom(null, null, 1, 2),
  required: fc.boolean(),
  visible: fc.constantFrom(true, true, false),
  actions: fc.array(actionSeed, { maxLength: 2 }),
})

const comparisonSeed = fc.record({
  field: fc.constantFrom(...selectIds, 'phone', 'note', 'lost'),
  operator: fc.constantFrom('is', 'isNot', 'contains', 'isEmpty', 'isNotEmpty' as const),
  value: fc.constantFrom(...optionIds, 'a'),
})

const transitionSeed = fc.record({
  to: fc.nat(5),
  match: fc.constantFrom('all' as const, 'any' as const),
  comparisons: fc.array(comparisonSeed, { maxLength: 2 }),
})

/** Raw material of a small flow with branches, merges, loops, and Selects that show and hide. */
export const branchingFlowSeed = fc.record({
  pageCount: fc.integer({ min: 3, max: 4 }),
  selects: fc.array(selectSeed, { minLength: 1, maxLength: selectIds.length }),
  phone: fc.record({ page: fc.nat(4), required: fc.boolean(), visible: fc.boolean() }),
  otp: fc.record({ page: fc.nat(2), visible: fc.boolean() }),
  note: fc.record({ page: fc.nat(4), required: fc.boolean() }),
  order: fc.array(fc.nat(20), { minLength: 7, maxLength: 7 }),
  next: fc.array(fc.array(transitionSeed, { maxLength: 2 }), { minLength: 5, maxLength: 5 }),
})

type Seed = typeof branchingFlowSeed extends fc.Arbitrary<infer Value> ? Value : never

const toCondition = ({ match, comparisons }: Seed['next'][number][number]): Condition | null => {
  if (comparisons.length === 0) return null
  const isSelect = (field: string) => selectIds.some((id) => id === field)
  return {
    match,
    // Of a text the answers "a" and "b" are tried out, and so only equality with "a".
    comparisons: comparisons.map((one) =>
      isSelect(one.field)
        ? one
        : { ...one, value: 'a', operator: one.operator === 'contains' ? 'is' : one.operator },
    ) as Condition['comparisons'],
  }
}

const toSelect = (
  id: string,
  { isSingle, minimum, options, actions, ...seed }: Seed['selects'][number],
) =>
  aComponent('select', {
    id,
    style: 'checkbox',
    options: options.map((option) => ({ id: option, label: option })),
    maximumSelected: isSingle ? 1 : null,
    minimumSelected: isSingle || options.length < 2 ? null : minimum,
    required: seed.required,
    visible: seed.visible,
    actions: actions.map((action) => ({ ...action, value: null })),
  })

/** The components with their pages, by number; the Initial Page is 0 and never has the OTP. */
const placeComponents = (seed: Seed): { page: number; component: Component }[] => {
  const selects = seed.selects.map((select, index) => ({
    page: select.page,
    component: toSelect(selectIds[index] ?? '', select),
  }))
  // A field that no action touches is judged as if it were visible: so it is.
  const isTouched = (id: string) =>
    selects.some(({ component }) => component.actions.some(({ targets }) => targets.includes(id)))
  const { phone, otp, note } = seed
  const visible = (id: string, wanted: boolean) => ({ visible: wanted || !isTouched(id) })
  const others = [
    {
      page: phone.page,
      component: aComponent('input', {
        id: 'phone',
        required: phone.required,
        ...visible('phone', phone.visible),
      }),
    },
    {
      page: 1 + otp.page,
      component: aComponent('otp', {
        id: 'otp',
        recipientField: 'phone',
        ...visible('otp', otp.visible),
      }),
    },
    { page: note.page, component: aComponent('input', { id: 'note', required: note.required }) },
  ]
  return [...selects, ...others]
    .map((placed, index) => ({ placed, order: seed.order[index] ?? 0 }))
    .sort((left, right) => left.order - right.order)
    .map(({ placed }) => placed)
}

/** A small flow: one phone number `phone`, one OTP `otp` to it, and all kinds of ways between. */
export const toBranchingFlow = (seed: Seed): FlowDocument => {
  const placed = placeComponents(seed)
  const toNext = (page: number): Transition[] =>
    (seed.next[page] ?? []).map((transition, index) => {
      const target = 1 + (transition.to % (seed.pageCount + 1))
      const to = target > seed.pageCount ? 'finish' : `p${target}`
      return { id: `t${index}`, to, when: toCondition(transition) }
    })
  const componentsOf = (page: number) =>
    placed
      .filter((one) => (one.page > seed.pageCount ? seed.pageCount : one.page) === page)
      .map(({ component }) => component)
  const pages = Array.from({ length: seed.pageCount }, (_, index) =>
    aPage(`p${index + 1}`, componentsOf(index + 1), { next: toNext(index + 1) }),
  )
  const flow = aFlow(componentsOf(0), ...pages)
  return { ...flow, pages: flow.pages.map((page, index) => ({ ...page, next: toNext(index) })) }
}
