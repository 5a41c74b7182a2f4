import type { Channel, RecipientKind } from '#domain/otp/channel.ts'
import type { Json } from '#domain/shared/json-schema.ts'
import type { Choice } from './choice.ts'

export type Severity = 'error' | 'warning'

/** A problem as a Component Type finds it: about itself, in a setting of its own. */
export interface Finding {
  code: string
  severity: Severity
  /** A sentence that says what to do. */
  message: string
  /** The setting that mends it, to be focused on a click. */
  setting?: string
  /** The way that shows it, where it depends on the way: page ids from the Initial Page on. */
  path?: readonly string[]
  fix?: Fix
}

/** What mends a problem in one click. */
export interface Fix {
  label: string
  /** Whom it changes; the component itself where it is absent. */
  componentId?: string
  /**
   * Settings to change. Or a larger change: add the recipient that is missing; have the other
   * component asked before this one on every path; always show the other one; move this one to the
   * first Mobile App Page.
   */
  changes:
    | Readonly<Record<string, Json>>
    | 'create-recipient'
    | 'ask-before'
    | 'always-show'
    | 'to-mobile-page'
}

/**
 * Where a field stands, seen from the component that wants to use it. `before`: asked before it on
 * every path that shows it. `skippable`, `hidden`: a path passes it by, or an action hides it there.
 */
export type Place = 'before' | 'skippable' | 'hidden' | 'later-page' | 'below' | 'itself'

/** A field of the flow, seen from one component. */
export interface FieldInSight {
  id: string
  title: string
  describe: string
  pageId: string
  pageTitle: string
  recipientKind: RecipientKind | null
  choices: readonly Choice[] | null
  required: boolean
  /** The Visible switch, whatever actions make of it. */
  visible: boolean
  place: Place
  /** The pages of a way on which it is not asked, from the first on; null when none is known. */
  way: readonly { id: string; title: string }[] | null
}

/** A component of the flow, seen from one whose actions may change it. */
export interface TargetInSight {
  id: string
  title: string
  pageTitle: string
  /** Whether it can still be changed: it comes after the component that looks at it. */
  comesAfter: boolean
  /** The fixed values that it can be filled in with; null for any. */
  choices: readonly Choice[] | null
  /** Whether it can be filled in at all. */
  fillable: boolean
  /** Why it does not take a value to be filled in with, as a sentence; null when it does. */
  refuseFill(value: unknown): string | null
}

/** What the organisation has, as far as problems depend on it. */
export interface OrganisationContext {
  /** Channels whose sender is set up. */
  readyChannels: readonly Channel[]
  /** Channels that the OTP policy allows. */
  allowedChannels: readonly Channel[]
  /** The plan's limit of components in a flow; null when there is none. */
  componentLimit: number | null
}

/** The surroundings of a component that its problem rules may look at. */
export interface ComponentContext {
  organisation: OrganisationContext
  page: { id: string; kind: 'initial' | 'mobile'; title: string; componentCount: number }
  /** One field that asks an answer; nothing when no field has the id. */
  findField(id: string): FieldInSight | undefined
  /** One component, whatever it is; nothing when none has the id. */
  findTarget(id: string): TargetInSight | undefined
  /** All fields that can be a recipient of some kind, in page order. */
  listRecipients(kind: RecipientKind): FieldInSight[]
}
