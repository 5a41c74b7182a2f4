import type { ComponentBase } from './component-base-schema.ts'

/** A component as MileApp writes it. */
export type MileappSource = Readonly<Record<string, unknown>>

/** What the other side calls a component; the id itself when it has no other there. */
export type IdOf = (id: string) => string

/** What a key says in our settings, and why that is not all of it. */
export interface Reading {
  settings: Readonly<Record<string, unknown>>
  /** Why the value cannot be said, or not wholly; it is kept as it was then. */
  lost?: string
}

/** One thing that both sides know. */
export interface MileappField<Component extends ComponentBase> {
  /** Its spellings; all are read, the first is written. */
  keys: readonly [string, ...string[]]
  /** Keys that only say something together with it. */
  together?: readonly string[]
  /** What becomes of it, for people. */
  becomes: string
  read(value: unknown, source: MileappSource, idOf: IdOf): Reading
  /** The keys that say it; none when MileApp cannot say it. */
  write(component: Component, idOf: IdOf): Readonly<Record<string, unknown>>
}

/** How a Component Type reads in MileApp's flow JSON, and how it is written there. */
export interface MileappMapping<Component extends ComponentBase = ComponentBase> {
  /** The kind, as `component` names it. */
  component: string
  fields: readonly MileappField<Component>[]
  /** Keys that MileApp documents and that mean nothing here. */
  kept: readonly string[]
  /** Of keys that are kept: other spellings, and the one that is written. */
  keptSpellings?: Readonly<Record<string, string>>
  /** Settings of which only our own names for things are not written: nobody misses them. */
  ownNames?: readonly (keyof Component & string)[]
}

/** Types a mapping from its Component Type. */
export const defineMileappMapping = <Component extends ComponentBase>(
  mapping: MileappMapping<Component>,
): MileappMapping<Component> => mapping
