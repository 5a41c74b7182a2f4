/** How many components a flow may have to be published, by plan; null for as many as one likes. */
const componentLimits = { free: 50, pro: 200, enterprise: null } as const

type Plan = keyof typeof componentLimits

const isPlan = (name: string): name is Plan => Object.hasOwn(componentLimits, name)

/** The limit of components of a plan; of a plan that this version does not know, the smallest. */
export const findComponentLimit = (plan: string): number | null =>
  componentLimits[isPlan(plan) ? plan : 'free']
