import type { Role } from '#contract/session-contract.ts'

/** Who asks: a member of one organisation, in one role. */
export interface Actor {
  userId: string
  userName: string
  organizationId: string
  role: Role
  /** Whether a program asks, by an API key of the user's. */
  isKey?: boolean
}

/** Finds out who sends a request; nothing when nobody is signed in. */
export type ResolveActor = (request: Request) => Promise<Actor | undefined>
