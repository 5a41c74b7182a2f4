/** What can be the matter with a challenge; the last five are final. */
export const challengeStates = [
  'created',
  'sending',
  'sent',
  'delivered',
  'verified',
  'expired',
  'exhausted',
  'failed',
  'superseded',
] as const

export type ChallengeState = (typeof challengeStates)[number]

export type ChallengeEvent =
  | 'start'
  | 'postpone'
  | 'accept'
  | 'deliver'
  | 'verify'
  | 'expire'
  | 'exhaust'
  | 'fail'
  | 'supersede'

/** Challenges that still can become verified. */
const liveStates = ['created', 'sending', 'sent', 'delivered'] as const

const transitions: Record<
  ChallengeEvent,
  { from: readonly (typeof liveStates)[number][]; to: ChallengeState }
> = {
  /** A worker takes it to the provider. */
  start: { from: ['created'], to: 'sending' },
  /** The provider did not take it; another try follows. */
  postpone: { from: ['sending'], to: 'created' },
  accept: { from: ['sending'], to: 'sent' },
  deliver: { from: ['sending', 'sent'], to: 'delivered' },
  /** The message may be read before the provider's answer has come back. */
  verify: { from: ['sending', 'sent', 'delivered'], to: 'verified' },
  expire: { from: liveStates, to: 'expired' },
  exhaust: { from: liveStates, to: 'exhausted' },
  fail: { from: liveStates, to: 'failed' },
  supersede: { from: liveStates, to: 'superseded' },
}

/** The states in which an event can happen: what guards the update of a row. */
export const statesBefore = (event: ChallengeEvent): readonly ChallengeState[] =>
  transitions[event].from

/** The state that an event leads to. */
export const stateAfter = (event: ChallengeEvent): ChallengeState => transitions[event].to

/** What an event makes of a state; nothing when it can not happen there. Final states never change. */
export const transition = (
  state: ChallengeState,
  event: ChallengeEvent,
): ChallengeState | undefined =>
  statesBefore(event).includes(state) ? stateAfter(event) : undefined

/** Whether a challenge can still become verified. */
export const isLive = (state: ChallengeState): boolean =>
  (liveStates as readonly string[]).includes(state)

/** The state at a point in time: a live challenge is expired from `expiresAt` on, noted or not. */
export const stateAt = (
  { state, expiresAt }: { state: ChallengeState; expiresAt: number },
  now: number,
): ChallengeState => (isLive(state) && now >= expiresAt ? 'expired' : state)
