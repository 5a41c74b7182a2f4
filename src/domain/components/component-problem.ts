import type { Channel, RecipientKind } from '#domain/otp/channel.ts'

export type Severity = 'error' | 'warning'

/** A problem as a Component Type finds it: about itself, in a setting of its own. */
export interface Finding {
  code: string
  severity: Severity
  /** A sentence that says what to do. */
  message: string
  /** The setting that mends it, to be focused on a click. */
  setting?: string
  /** What mends it in one click: settings to change, or the recipient that is missing to be added. */
  fix?: { label: string; changes: Record<string, string | null> | 'create-recipient' }
}

/** Where a field stands, seen from the component that wants to use it. */
export type Place = 'before' | 'skippable' | 'later-page' | 'below' | 'itself'

/** A field of the flow, seen from one component. */
export interface FieldInSight {
  id: string
  title: string
  describe: string
  pageId: string
  pageTitle: string
  recipientKind: RecipientKind | null
  required: boolean
  visible: boolean
  place: Place
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
  page: { id: string; kind: 'initial' | 'mobile'; title: string }
  /** One field that asks an answer; nothing when no field has the id. */
  findField(id: string): FieldInSight | undefined
  /** All of them, in page order; looked at only where one is missing, since there may be many. */
  listFields(): FieldInSight[]
}
