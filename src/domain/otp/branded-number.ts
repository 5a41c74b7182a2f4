/** How far an organisation's WhatsApp number of its own is. */
export const brandedNumberStates = [
  'requested',
  'in-review',
  'active',
  'refused',
  'suspended',
] as const

export type BrandedNumberState = (typeof brandedNumberStates)[number]

interface Step {
  /** null: nothing was asked for yet. */
  from: readonly (BrandedNumberState | null)[]
  to: BrandedNumberState
}

const steps = {
  request: { from: [null, 'refused'], to: 'requested' },
  review: { from: ['requested'], to: 'in-review' },
  activate: { from: ['in-review'], to: 'active' },
  refuse: { from: ['requested', 'in-review'], to: 'refused' },
  suspend: { from: ['active'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'active' },
} as const satisfies Record<string, Step>

/** What an admin (the first) and the platform operator (the others) do about a branded number. */
export type BrandedNumberStep = keyof typeof steps

export const brandedNumberSteps = Object.keys(steps) as [BrandedNumberStep, ...BrandedNumberStep[]]

/** Where a step leads from a state; nothing where it can not be taken. */
export const findNextState = (
  state: BrandedNumberState | null,
  step: BrandedNumberStep,
): BrandedNumberState | undefined => {
  const { from, to }: Step = steps[step]
  return from.includes(state) ? to : undefined
}

/** The steps that can be taken from a state. */
export const listNextSteps = (state: BrandedNumberState | null): BrandedNumberStep[] =>
  brandedNumberSteps.filter((step) => findNextState(state, step) !== undefined)
