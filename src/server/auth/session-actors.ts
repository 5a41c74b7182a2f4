import { second } from '#domain/shared/clock.ts'
import type { Actor, ResolveActor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Auth } from './create-auth.ts'
import { findMembershipAcrossOrgs } from './membership-repo.ts'

/** How long a session is believed before the database is asked again: so long may an old role hold. */
const believedFor = 20 * second
const mostSessions = 10_000

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?sandi\.session_token=([^;]+)/

/** Finds the member behind a session cookie; most requests cost no query. */
export interface SessionActors {
  resolveActor: ResolveActor
  /** Asks the database again for everybody: to be called when somebody signs out or is changed. */
  forget(): void
}

/** Remembers who is behind which session cookie, for a while. */
export const createSessionActors = ({ db, clock }: Context, auth: Auth): SessionActors => {
  const known = new Map<string, { actor: Actor | undefined; until: number }>()

  const ask = async (headers: Headers): Promise<Actor | undefined> => {
    const found = await auth.api.getSession({ headers })
    if (found === null) return undefined
    const { userId, activeOrganizationId } = found.session
    return findMembershipAcrossOrgs(db, userId, activeOrganizationId ?? null)
  }

  return {
    async resolveActor({ headers }) {
      const cookie = sessionCookie.exec(headers.get('cookie') ?? '')?.[1]
      if (cookie === undefined) return undefined
      const remembered = known.get(cookie)
      if (remembered !== undefined && remembered.until > clock.now()) return remembered.actor
      const actor = await ask(headers)
      if (known.size >= mostSessions) known.clear()
      known.set(cookie, { actor, until: clock.now() + believedFor })
      return actor
    },
    forget: () => known.clear(),
  }
}
