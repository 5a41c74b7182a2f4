export type { Actor, ResolveActor } from '#server/platform/actor.ts'
